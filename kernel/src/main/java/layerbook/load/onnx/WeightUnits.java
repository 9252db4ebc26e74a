package layerbook.load.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.net.NetworkBuilder;
import layerbook.net.Unit;
import layerbook.net.WeightRef;
import layerbook.shape.Refusal;

/** The layers that own stored tensors. The same tensors under the same arguments are one unit; a tensor that two units hold is tied, so it counts once. */
final class WeightUnits {
    private final NetworkBuilder builder;
    private final Map<Object, Unit> units = new HashMap<>();
    private final Map<OnnxTensor, WeightRef> owners = new java.util.IdentityHashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    WeightUnits(NetworkBuilder builder) {
        this.builder = builder;
    }

    /** A layer of the catalogue by its word and its arguments' names. */
    static Layer layer(String word, Map<String, ?> arguments) {
        var given = new ArrayList<Object>();
        arguments.forEach((name, value) -> given.add(Option.of(name, value)));
        return Catalogue.find(word).orElseThrow(() -> Refusal.of("runtime", "there is no layer " + word)).read(given.toArray());
    }

    /**
     * The unit of a layer whose weights are these stored tensors.
     *
     * @param weights by the layer's names of them
     */
    Unit unit(OnnxNode node, Layer layer, Map<String, OnnxTensor> weights) {
        List<Object> key = List.of(layer, weights.values().stream().map(System::identityHashCode).toList());
        return units.computeIfAbsent(key, k -> made(node, layer, weights));
    }

    private Unit made(OnnxNode node, Layer layer, Map<String, OnnxTensor> weights) {
        String name = OnnxNames.of(node, weights.values());
        Unit unit = name.isEmpty() ? Unit.of(layer) : Unit.of(unique(name), layer);
        weights.forEach((tensor, stored) -> {
            WeightRef mine = unit.ref(tensor);
            WeightRef first = owners.putIfAbsent(stored, mine);
            if (first != null) {
                builder.tie(builder.weight(first), builder.weight(mine));
            }
        });
        return unit;
    }

    private String unique(String name) {
        int n = names.merge(name, 1, Integer::sum);
        return n == 1 ? name : name + "_" + n;
    }

    /** The stored tensors that units own. */
    Map<OnnxTensor, WeightRef> owners() {
        return owners;
    }

    /** Arguments in order. */
    static Map<String, Object> arguments(Object... namesAndValues) {
        var out = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                out.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return out;
    }
}
