package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.layer.Layer;
import layerbook.shape.Refusal;

/**
 * Layers, units and models one after the other; their names are their numbers, as in PyTorch. A class of one's own may extend it:
 * {@code class ConvNormRelu extends Sequential { ConvNormRelu(int c) { super(conv2d(c, 3), batchNorm2d(), relu()); } }}
 */
public class Sequential extends Model {
    private final List<Object> members = new ArrayList<>();

    public Sequential(Object... layers) {
        for (Object l : layers) {
            take(l);
        }
    }

    private void take(Object l) {
        if (l instanceof List<?> several) {
            several.forEach(this::take);
        } else if (l instanceof Layer layer) {
            NetworkBuilder.current().consume(layer);
            members.add(Unit.of(layer));
        } else if (l == null) {
            throw Refusal.option("a sequence takes layers, units and models, not null");
        } else {
            members.add(l);
        }
    }

    /** The units and models in it, in order. */
    public List<Object> members() {
        return List.copyOf(members);
    }

    @Override protected Iterable<Map.Entry<String, Object>> declaredMembers() {
        var out = new ArrayList<Map.Entry<String, Object>>();
        for (Object m : members) {
            out.add(Map.entry(String.valueOf(out.size()), m));
        }
        out.addAll(Fields.of(this, Sequential.class));
        return out;
    }

    @Override protected ModelRole declaredRole() {
        return ModelRole.SEQUENTIAL;
    }

    @Override protected Object declaredForward(List<?> arguments, Map<String, ?> keywords) {
        if (Forward.of(this).exists()) {
            return super.declaredForward(arguments, keywords);
        }
        if (arguments.size() != 1 || !(arguments.get(0) instanceof Tensor x)) {
            throw Refusal.of("runtime", "a sequence takes one tensor, not " + arguments.size() + " arguments").why("each layer in it gets what the one before gives");
        }
        for (Object m : members) {
            x = x.then(m);
        }
        return x;
    }
}
