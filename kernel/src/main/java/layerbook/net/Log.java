package layerbook.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The calls that graphs share. Only the graph that ends where the log ends may add to it; any other takes a copy first. */
final class Log {
    /** A network that went into another, with the call that joined them. */
    record Join(int into, int at) {}

    final List<Call> calls = new ArrayList<>();
    /** Units that somebody holds, with the number of calls there were then. */
    final Map<Unit, Integer> declared = new LinkedHashMap<>();
    /** Those of them that nobody has used. */
    final Map<Unit, Integer> unused = new LinkedHashMap<>();
    /** How often a name without a number of its own was given, by its stem. */
    final Map<String, Integer> numbers = new HashMap<>();
    /** The first use of a unit, anywhere. */
    final Map<Unit, Integer> firstUse = new IdentityHashMap<>();
    /** The row with the weights of a unit as tensors. */
    final Map<Unit, Integer> weightRows = new IdentityHashMap<>();
    final Map<Integer, Join> joins = new HashMap<>();
    /** The last call of each network. */
    final Map<Integer, Integer> tips = new HashMap<>();
    /** What others keep beside the calls, such as running totals. */
    final Map<Object, Object> attached = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > 4;
        }
    };

    Log copy(int size, int declarations) {
        var other = new Log();
        calls.subList(0, size).forEach(other::add);
        declared.entrySet().stream().limit(declarations).forEach(e -> other.declare(e.getKey(), e.getValue()));
        return other;
    }

    void add(Call call) {
        calls.add(call);
        join(call);
        String stem = stem(call.name());
        if (stem != null) {
            numbers.merge(stem, 1, Integer::sum);
        }
        if (call.unit() != null) {
            firstUse.putIfAbsent(call.unit(), call.index());
            unused.remove(call.unit());
            if (call.what() == Call.What.PARAMETER) {
                weightRows.putIfAbsent(call.unit(), call.index());
            }
        }
    }

    private void join(Call call) {
        for (int other : networks(call.inputs(), call.index())) {
            if (other != call.network()) {
                joins.put(other, new Join(call.network(), call.index()));
                tips.remove(other);
            }
        }
        tips.put(call.network(), call.index());
    }

    void declare(Unit unit, int calls) {
        if (declared.putIfAbsent(unit, calls) == null && !firstUse.containsKey(unit)) {
            unused.put(unit, calls);
        }
    }

    /** The networks that these tensors belong to in a graph of so many calls, first one first. */
    TreeSet<Integer> networks(List<Tensor> tensors, int size) {
        var out = new TreeSet<Integer>();
        tensors.forEach(t -> out.add(root(t.call().network(), size)));
        return out;
    }

    /** The network that this one belongs to in a graph of so many calls. */
    int root(int network, int size) {
        int at = network;
        for (Join j = joins.get(at); j != null && j.at < size; j = joins.get(at)) {
            at = j.into;
        }
        return at;
    }

    private static String stem(String name) {
        int at = name.length();
        while (at > 0 && Character.isDigit(name.charAt(at - 1))) {
            at--;
        }
        return at == name.length() || at == 0 || name.charAt(at - 1) != '_' ? null : name.substring(0, at - 1);
    }
}
