package layerbook.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.layer.Layer;
import layerbook.shape.Refusal;

/** What {@code x.then(..)} does: applies a layer, unit, model or function to a tensor and what else is given. */
final class Application {
    private final Tensor x;
    private final List<Object> more;

    private Application(Tensor x, Object... more) {
        this.x = x;
        this.more = more == null ? Collections.singletonList(null) : Arrays.asList(more); // then(block, null) is one null
    }

    static Tensor of(Tensor x, Object layer, Object... more) {
        return new Application(x, more).to(layer);
    }

    private Tensor to(Object layer) {
        if (!more.isEmpty() && more.stream().allMatch(Application::isApplicable)) {
            Tensor y = of(x, layer);
            for (Object next : more) {
                y = of(y, next);
            }
            return y;
        }
        NetworkBuilder builder = x.book();
        if (layer instanceof Unit unit) {
            return builder.call(unit, inputs());
        } else if (layer instanceof FunctionLayer function) {
            builder.consume(function);
            return function.applyTo(inputs());
        } else if (layer instanceof Layer l) {
            builder.warnIfNew(l);
            return builder.call(Unit.of(l), inputs());
        } else if (layer instanceof Model model) {
            return Model.first(builder.run(model, arguments(), Map.of()));
        } else if (layer instanceof Function<?, ?> f && more.isEmpty()) {
            @SuppressWarnings("unchecked")
            var function = (Function<Tensor, Object>) f;
            return Model.first(function.apply(x));
        }
        throw Refusal.option("then takes a layer, a unit or a model, not " + (layer == null ? "null" : layer.getClass().getSimpleName()));
    }

    private static boolean isApplicable(Object o) {
        return o instanceof Layer || o instanceof Unit || o instanceof Model || o instanceof Function<?, ?>;
    }

    private List<Object> arguments() {
        var all = new ArrayList<Object>(List.of(x));
        all.addAll(more);
        return all;
    }

    /** The tensors that a layer gets, one by one or in lists; what is left out at the end may be null. */
    private List<Tensor> inputs() {
        int last = more.size();
        while (last > 0 && more.get(last - 1) == null) {
            last--;
        }
        var inputs = new ArrayList<Tensor>(List.of(x));
        for (Object m : more.subList(0, last)) {
            List<?> several = m instanceof List<?> list ? list : Collections.singletonList(m);
            several.forEach(one -> inputs.add(input(one)));
        }
        return inputs;
    }

    private static Tensor input(Object given) {
        if (given instanceof Tensor t) {
            return t;
        }
        throw Refusal.option("then takes one layer and further inputs, or layers only").why("among its arguments is " + given);
    }
}
