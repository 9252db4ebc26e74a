package layerbook.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;

/** Layers with their inputs put in: an equal layer on inputs of the same types, as in the blocks of a deep network, is worked out once. */
final class Repeats {
    private static final int KEPT = 4_096;

    private final Map<List<Object>, Applied> applied = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override protected boolean removeEldestEntry(Map.Entry<List<Object>, Applied> eldest) {
            return size() > KEPT;
        }
    };

    Applied apply(Layer layer, List<Tensor> inputs) {
        List<Object> key = new ArrayList<>(inputs.size() + 1);
        key.add(layer);
        inputs.forEach(t -> key.add(t.type()));
        Applied known = applied.get(key);
        if (known == null) {
            known = Applied.of(layer, new Inputs(inputs.stream().map(Tensor::type).toList()));
            applied.put(key, known);
        }
        return known;
    }
}
