package layerbook.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import layerbook.layer.Layer;

/** The tensors in whatever a model takes or gives: one, or several in lists, arrays, maps and records, however deep, in order. */
final class Structure {
    private Structure() {}

    /** The tensors alone. */
    static List<Tensor> tensors(Object given) {
        var out = new ArrayList<Tensor>();
        walk(given, t -> {
            if (t != null) {
                out.add(t);
            }
        });
        return out;
    }

    /** The tensors, and null where a result was left out; numbers, flags and texts are no outputs. */
    static List<Tensor> outputs(Object given) {
        var out = new ArrayList<Tensor>();
        walk(given, out::add);
        return out;
    }

    private static void walk(Object given, Consumer<Tensor> each) {
        if (given == null || given instanceof Tensor) {
            each.accept((Tensor) given);
        } else if (given instanceof Iterable<?> several && !(given instanceof java.nio.file.Path)) {
            several.forEach(e -> walk(e, each));
        } else if (given instanceof Object[] array) {
            Arrays.asList(array).forEach(e -> walk(e, each));
        } else if (given instanceof Map<?, ?> map) {
            map.values().forEach(e -> walk(e, each));
        } else if (given instanceof Optional<?> perhaps) {
            walk(perhaps.orElse(null), each);
        } else if (given instanceof Record record && !(given instanceof Layer)) {
            Layer.Records.values(record).forEach(e -> walk(e, each));
        }
    }
}
