package layerbook.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls that graphs share. Only the graph that ends where the log ends may add to it; any other takes a copy first. */
final class Log {
    final List<Call> calls;
    /** How often a name without a number of its own was given, by its stem. */
    final Map<String, Integer> numbers = new HashMap<>();
    /** The first use of a unit, anywhere. */
    final Map<Unit, Integer> firstUse = new java.util.IdentityHashMap<>();
    /** The row with the weights of a unit as tensors. */
    final Map<Unit, Integer> weightRows = new java.util.IdentityHashMap<>();
    /** What others keep beside the calls, such as running totals. */
    final Map<Object, Object> attached = new HashMap<>();

    Log() {
        calls = new ArrayList<>();
    }

    private Log(List<Call> shared) {
        calls = new ArrayList<>(shared);
        calls.forEach(this::note);
    }

    Log copy(int size) {
        return new Log(calls.subList(0, size));
    }

    void add(Call call) {
        calls.add(call);
        note(call);
    }

    private void note(Call call) {
        String stem = stem(call.name());
        if (stem != null) {
            numbers.merge(stem, 1, Integer::sum);
        }
        if (call.unit() != null) {
            firstUse.putIfAbsent(call.unit(), call.index());
            if (call.what() == Call.What.PARAMETER) {
                weightRows.putIfAbsent(call.unit(), call.index());
            }
        }
    }

    private static String stem(String name) {
        int bar = name.lastIndexOf('_');
        return bar < 0 || bar == name.length() - 1 || !name.substring(bar + 1).chars().allMatch(Character::isDigit) ? null : name.substring(0, bar);
    }
}
