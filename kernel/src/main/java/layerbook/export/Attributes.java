package layerbook.export;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import layerbook.net.Call;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.net.WeightRef;

/** Weights and buffers that are read as tensors, by the dotted names under which modules hold them. */
final class Attributes {
    private final Map<Unit, String> units = new IdentityHashMap<>();
    private final Map<Call, String> buffers = new HashMap<>();

    /** A unit stands under this name. */
    void unit(Unit unit, String path) {
        units.putIfAbsent(unit, path);
    }

    void buffer(Call call, String path) {
        buffers.put(call, path);
    }

    String path(Unit unit) {
        return units.get(unit);
    }

    /** The dotted name of a weight. */
    String path(WeightRef ref, boolean bare) {
        String unit = units.get(ref.unit());
        return unit == null ? null : bare ? unit : unit + "." + ref.tensor();
    }

    /** The full dotted name of a tensor that a module holds; null of one that is computed. */
    String path(Tensor t) {
        if (t.call().what() != Call.What.PARAMETER) {
            return null;
        }
        if (t.ref() != null) {
            return path(t.ref(), ModuleTree.isBare(t.call().unit()));
        }
        return buffers.get(t.call());
    }

    /** Its name as seen from inside a module; null if the module does not hold it. */
    String within(Tensor t, String module) {
        String path = path(t);
        if (path == null) {
            return null;
        }
        return module.isEmpty() ? path : path.startsWith(module + ".") ? path.substring(module.length() + 1) : null;
    }
}
