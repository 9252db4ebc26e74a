package layerbook.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The calls that graphs share. Only the graph that ends where the log ends may add to it; any other takes a copy first. */
final class Log {
    /** A network that went into another, with the call that joined them. */
    record Join(int into, int at) {}

    /** A unit that belongs to a network; units are equal if they are the same. */
    record Declared(Unit unit, int network) {}

    final List<Call> calls = new ArrayList<>();
    /** Units that belong to a network without being used in it when this was said. */
    final List<Declared> declared = new ArrayList<>();
    private final Set<Declared> known = new HashSet<>();
    /** How often a name without a number of its own was given, by its stem. */
    final Map<String, Integer> numbers = new HashMap<>();
    /** The highest number that a model without a name of its own ran under, by the name before it. */
    final Map<String, Integer> runs = new HashMap<>();
    /** The first use of a unit, anywhere. */
    final Map<Unit, Integer> firstUse = new IdentityHashMap<>();
    /** The first use of a unit in each network, by the network's number then. */
    private final Map<Unit, Map<Integer, Integer>> uses = new IdentityHashMap<>();
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
        declared.subList(0, declarations).forEach(other::declare);
        return other;
    }

    void add(Call call) {
        calls.add(call);
        join(call);
        for (Scope s = call.scope(); s != null; s = s.parent()) {
            ran(s.path());
        }
        String stem = stem(call.name());
        if (stem != null) {
            numbers.merge(stem, 1, Integer::sum);
        }
        if (call.unit() != null) {
            firstUse.putIfAbsent(call.unit(), call.index());
            uses.computeIfAbsent(call.unit(), u -> new HashMap<>(2)).putIfAbsent(call.network(), call.index());
            if (call.what() == Call.What.PARAMETER) {
                weightRows.putIfAbsent(call.unit(), call.index());
            }
        }
    }

    private void ran(String path) {
        String stem = stem(path);
        if (stem != null && path.length() - stem.length() < 10) { // what has more digits is a name that somebody chose
            runs.merge(stem, Integer.parseInt(path.substring(stem.length() + 1)), Math::max);
        }
    }

    private void join(Call call) {
        TreeSet<Integer> all = networks(call.inputs(), call.scope(), call.index());
        all.add(call.network());
        int into = all.first();
        for (int other : all.tailSet(into, false)) {
            joins.put(other, new Join(into, call.index()));
            tips.remove(other);
        }
        tips.put(into, call.index());
    }

    void declare(Declared unit) {
        known.add(unit);
        declared.add(unit);
    }

    /** Whether it is among the first so many. */
    boolean has(Declared unit, int declarations) {
        return known.contains(unit) && (declared.size() == declarations || declared.subList(0, declarations).contains(unit));
    }

    /** The first use of a unit in a network of a graph of so many calls, or -1. */
    int firstUse(Unit unit, int network, int size) {
        Map<Integer, Integer> mine = uses.getOrDefault(unit, Map.of());
        Integer first = mine.get(network); // the oldest number of a network is the one that it keeps
        int at = first != null && first < size ? first : -1;
        if (joins.isEmpty()) {
            return at;
        }
        for (var use : mine.entrySet()) {
            if (use.getValue() < size && (at < 0 || use.getValue() < at) && root(use.getKey(), size) == network) {
                at = use.getValue();
            }
        }
        return at;
    }

    /** The networks that a call on these tensors, made in this scope, belongs to in a graph of so many calls, first one first. */
    TreeSet<Integer> networks(List<Tensor> tensors, Scope scope, int size) {
        var out = new TreeSet<Integer>();
        tensors.forEach(t -> out.add(root(t.call().network(), size)));
        Scope model = scope == null ? null : scope.outermost();
        if (model != null) {
            model.networks(size).forEach(network -> out.add(root(network, size)));
        }
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
