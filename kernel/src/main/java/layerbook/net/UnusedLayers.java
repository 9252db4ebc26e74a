package layerbook.net;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import layerbook.layer.Layer;

/** The layers that were made by a word and that nobody has taken yet. */
final class UnusedLayers {
    private static final int KEPT = 4_096;

    private final Map<Layer, Boolean> layers = new IdentityHashMap<>();

    void add(Layer layer) {
        if (layers.size() < KEPT) {
            layers.put(layer, true);
        }
    }

    void remove(Layer layer) {
        layers.remove(layer);
    }

    /** Those that are left; they are not asked for again. */
    List<Layer> take() {
        var out = List.copyOf(layers.keySet());
        layers.clear();
        return out;
    }
}
