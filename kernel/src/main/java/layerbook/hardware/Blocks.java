package layerbook.hardware;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.count.NetworkView;
import layerbook.net.Call;
import layerbook.net.Scope;

/**
 * The repeated blocks of a network: models that stand in one list under numbers, such as {@code layers.0} and {@code layers.1}.
 * A block inside a block belongs to the outer one.
 */
final class Blocks {
    private final Map<Call, Scope> blockOf = new IdentityHashMap<>();

    private Blocks(NetworkView network) {
        Map<String, Set<String>> numbers = new HashMap<>();
        List<Call> calls = network.calls();
        calls.forEach(c -> {
            for (Scope s = c.scope(); s != null; s = s.parent()) {
                if (isNumbered(s)) {
                    numbers.computeIfAbsent(list(s), l -> new HashSet<>()).add(s.path());
                }
            }
        });
        calls.forEach(c -> {
            for (Scope s = c.scope(); s != null; s = s.parent()) {
                if (isNumbered(s) && numbers.get(list(s)).size() > 1) {
                    blockOf.put(c, s); // the outermost one stays
                }
            }
        });
    }

    static Blocks of(NetworkView network) {
        return new Blocks(network);
    }

    private static boolean isNumbered(Scope s) {
        String last = s.path().substring(s.path().lastIndexOf('.') + 1);
        return s.model() != null && !last.isEmpty() && last.chars().allMatch(Character::isDigit);
    }

    private static String list(Scope s) {
        return s.path().substring(0, Math.max(0, s.path().lastIndexOf('.')));
    }

    /** The run through a block that a call belongs to, or null. */
    Scope of(Call call) {
        return blockOf.get(call);
    }

    boolean isEmpty() {
        return blockOf.isEmpty();
    }
}
