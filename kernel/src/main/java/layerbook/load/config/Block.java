package layerbook.load.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.net.Model;
import layerbook.net.Tensor;

/** A module whose members have the names that they have in the checkpoint, which need not be names of Java's. */
abstract class Block extends Model {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Holds a unit, a block, a bare weight or a list of them under this name; null is passed over. */
    final <T> T hold(String name, T member) {
        if (member != null) {
            members.put(name, member);
        }
        return member;
    }

    @Override protected final Iterable<Map.Entry<String, Object>> declaredMembers() {
        return members.entrySet();
    }

    @Override protected final Object declaredForward(List<?> arguments, Map<String, ?> keywords) {
        return forward(arguments);
    }

    /** Holds what another block holds, under the same names: its parts stand in this module itself. */
    final <B extends Block> B holdPartsOf(B other) {
        other.declaredMembers().forEach(m -> hold(m.getKey(), m.getValue()));
        return other;
    }

    /** What the module computes. */
    abstract Object forward(List<?> arguments);

    static Tensor tensor(List<?> arguments, int index) {
        return index < arguments.size() ? (Tensor) arguments.get(index) : null;
    }
}
