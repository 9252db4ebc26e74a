package layerbook.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import layerbook.layer.Applied;

/**
 * All calls so far, of all networks of a session. Immutable: {@link #plus} gives a new graph that shares this one, in constant time.
 * Networks are numbered by their first call; a call with inputs of two networks makes them one.
 */
public final class Graph {
    /** A graph without calls. */
    public static final Graph EMPTY = new Graph(new Log(), 0, Map.of(), -1, Facts.NONE);

    /**
     * What is known of units besides their uses.
     *
     * @param declared units that somebody holds, with the network they belong to, used or not
     * @param ties weights that are one and the same tensor, in groups
     * @param frozen weights that are not trained
     */
    public record Facts(Map<Unit, Integer> declared, List<Set<WeightRef>> ties, Set<WeightRef> frozen) {
        static final Facts NONE = new Facts(Map.of(), List.of(), Set.of());
    }

    private final Log log;
    private final int size;
    private final Map<Integer, Integer> joined;
    private final int lastInput;
    private final Facts facts;

    private Graph(Log log, int size, Map<Integer, Integer> joined, int lastInput, Facts facts) {
        this.log = log;
        this.size = size;
        this.joined = joined;
        this.lastInput = lastInput;
        this.facts = facts;
    }

    /** An empty graph with a log of its own. */
    public static Graph empty() {
        return new Graph(new Log(), 0, Map.of(), -1, Facts.NONE);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public Call call(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("no row " + index);
        }
        return log.calls.get(index);
    }

    public Call last() {
        return size == 0 ? null : log.calls.get(size - 1);
    }

    /** The calls from one index to another (exclusive). */
    public List<Call> calls(int from, int until) {
        return java.util.Collections.unmodifiableList(log.calls.subList(from, until));
    }

    public List<Call> calls() {
        return calls(0, size);
    }

    public Facts facts() {
        return facts;
    }

    /** The call of the last {@code input(..)}, or null: bare layers are added to its network. */
    public Call lastInput() {
        return lastInput < 0 ? null : log.calls.get(lastInput);
    }

    /** Whether this call stands in this graph (and was not undone). */
    public boolean has(Call call) {
        return call.index() < size && log.calls.get(call.index()) == call;
    }

    // ---- networks

    /** The network that a call belongs to now. */
    public int networkOf(Call call) {
        return root(call.network());
    }

    private int root(int network) {
        int at = network;
        while (joined.containsKey(at)) {
            at = joined.get(at);
        }
        return at;
    }

    /** The last call of a network, or null. */
    public Call tip(int network) {
        int wanted = root(network);
        for (int i = size - 1; i >= 0; i--) {
            if (root(log.calls.get(i).network()) == wanted) {
                return log.calls.get(i);
            }
        }
        return null;
    }

    /** The calls of a network, in order. */
    public List<Call> network(int network) {
        int wanted = root(network);
        var out = new ArrayList<Call>();
        for (int i = wanted; i < size; i++) {
            if (root(log.calls.get(i).network()) == wanted) {
                out.add(log.calls.get(i));
            }
        }
        return out;
    }

    /** Networks that were joined to others: which went into which. */
    public Map<Integer, Integer> joins() {
        return joined;
    }

    // ---- growing

    /** A graph with one call more. */
    Graph plus(String stem, boolean numbered, Call.What what, Unit unit, Applied applied, List<Tensor> inputs, Scope scope, boolean isInput) {
        Log own = log.calls.size() == size ? log : log.copy(size);
        int index = size;
        var networks = new TreeSet<Integer>();
        for (Tensor t : inputs) {
            networks.add(root(t.call().network()));
        }
        int network = networks.isEmpty() ? index : networks.first();
        Map<Integer, Integer> joins = joined;
        if (networks.size() > 1) {
            joins = new HashMap<>(joined);
            for (int other : networks.tailSet(network, false)) {
                joins.put(other, network);
            }
        }
        int previous = networks.isEmpty() ? -1 : previous(network, networks);
        String name = numbered ? stem + "_" + (own.numbers.getOrDefault(stem, 0) + 1) : stem;
        own.add(new Call(index, name, what, unit, applied, List.copyOf(inputs), network, previous, scope));
        return new Graph(own, size + 1, joins, isInput ? index : lastInput, facts);
    }

    private int previous(int network, Set<Integer> networks) {
        for (int i = size - 1; i >= 0; i--) {
            if (networks.contains(root(log.calls.get(i).network()))) {
                return i;
            }
        }
        return -1;
    }

    // ---- facts about units

    /** A graph in which the unit counts in this network even if nobody uses it. */
    Graph declaring(Unit unit, int network) {
        var declared = new java.util.LinkedHashMap<>(facts.declared);
        declared.put(unit, network);
        return with(new Facts(java.util.Collections.unmodifiableMap(declared), facts.ties, facts.frozen));
    }

    /** A graph in which two weights are one. */
    Graph tying(WeightRef a, WeightRef b) {
        var group = new LinkedHashSet<WeightRef>(List.of(a, b));
        var ties = new ArrayList<Set<WeightRef>>();
        for (Set<WeightRef> tie : facts.ties) {
            if (tie.contains(a) || tie.contains(b)) {
                group.addAll(tie);
            } else {
                ties.add(tie);
            }
        }
        ties.add(group);
        return with(new Facts(facts.declared, List.copyOf(ties), facts.frozen));
    }

    /** A graph in which these weights are not trained (or are again). */
    Graph freezing(Set<WeightRef> weights, boolean frozen) {
        var all = new LinkedHashSet<>(facts.frozen);
        if (frozen) {
            all.addAll(weights);
        } else {
            all.removeAll(weights);
        }
        return with(new Facts(facts.declared, facts.ties, Set.copyOf(all)));
    }

    private Graph with(Facts changed) {
        return new Graph(log, size, joined, lastInput, changed);
    }

    /** The first use of a unit in this graph, or -1. */
    public int firstUse(Unit unit) {
        Integer at = log.firstUse.get(unit);
        return at == null || at >= size ? -1 : at;
    }

    /** The row that gives the weights of a unit as tensors, or -1. */
    int weightRow(Unit unit) {
        Integer at = log.weightRows.get(unit);
        return at == null || at >= size ? -1 : at;
    }

    /** Something kept beside the calls that this graph shares with those it grew from, such as running totals. */
    @SuppressWarnings("unchecked")
    public <T> T attached(Object key, Supplier<T> first) {
        synchronized (log) {
            return (T) log.attached.computeIfAbsent(key, k -> first.get());
        }
    }
}
