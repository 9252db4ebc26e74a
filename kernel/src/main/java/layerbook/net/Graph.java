package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import layerbook.layer.Applied;

/**
 * All calls so far, of all networks of a session. Immutable: {@link #plus} gives a new graph that shares this one, in constant time.
 * Networks are numbered by their first call; a call with inputs of two networks makes them one.
 */
public final class Graph {
    private final Log log;
    private final int size;
    private final int declarations;
    private final int lastInput;
    private final Facts facts;

    private Graph(Log log, int size, int declarations, int lastInput, Facts facts) {
        this.log = log;
        this.size = size;
        this.declarations = declarations;
        this.lastInput = lastInput;
        this.facts = facts;
    }

    /** An empty graph with a log of its own. */
    public static Graph empty() {
        return new Graph(new Log(), 0, 0, -1, Facts.NONE);
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
        return log.root(network, size);
    }

    /** The networks that a call's inputs belonged to before it; more than one if it joined them. */
    public List<Integer> networksInto(Call call) {
        return List.copyOf(log.networks(call.inputs(), call.index()));
    }

    /** The network that a call belonged to when it was made. */
    public int networkThen(Call call) {
        return log.root(call.network(), call.index() + 1);
    }

    /** The last call of a network, or null. */
    public Call tip(int network) {
        int wanted = root(network);
        if (isAtEnd()) {
            Integer at = log.tips.get(wanted);
            return at == null ? null : log.calls.get(at);
        }
        for (int i = size - 1; i >= 0; i--) {
            if (root(log.calls.get(i).network()) == wanted) {
                return log.calls.get(i);
            }
        }
        return null;
    }

    private boolean isAtEnd() {
        return log.calls.size() == size;
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

    // ---- growing

    /** A graph with one call more. */
    Graph plus(String stem, boolean numbered, Call.What what, Unit unit, Applied applied, List<Tensor> inputs, Scope scope, boolean isInput) {
        Log own = own();
        int index = size;
        TreeSet<Integer> networks = own.networks(inputs, size);
        int previous = -1;
        for (int network : networks) {
            previous = Math.max(previous, own.tips.get(network));
        }
        String name = numbered ? stem + "_" + (own.numbers.getOrDefault(stem, 0) + 1) : stem;
        own.add(new Call(index, name, what, unit, applied, List.copyOf(inputs), networks.isEmpty() ? index : networks.first(), previous, scope));
        return new Graph(own, size + 1, declarations, isInput ? index : lastInput, facts);
    }

    /** The log if this graph ends where it ends, else a copy that does. */
    private Log own() {
        return isAtEnd() && log.declared.size() == declarations ? log : log.copy(size, declarations);
    }

    // ---- facts about units

    /** A graph in which the unit counts even if nobody uses it: in the network of this call, made or to be made. */
    Graph declaring(Unit unit, int call) {
        Log own = own();
        own.declare(unit, call);
        return new Graph(own, size, own.declared.size(), lastInput, facts);
    }

    /** Whether somebody holds the unit. */
    boolean isDeclared(Unit unit) {
        return log.declared.containsKey(unit) && (log.declared.size() == declarations || List.copyOf(log.declared.keySet()).indexOf(unit) < declarations);
    }

    /** The units of a network that somebody holds and nobody uses. */
    public List<Unit> unused(int network) {
        if (size == 0) {
            return List.of();
        }
        int wanted = root(network);
        var out = new ArrayList<Unit>();
        var held = isAtEnd() && log.declared.size() == declarations ? log.unused : log.declared;
        held.entrySet().stream().limit(held == log.declared ? declarations : held.size()).forEach(e -> {
            if (firstUse(e.getKey()) < 0 && networkOf(call(Math.min(e.getValue(), size - 1))) == wanted) {
                out.add(e.getKey());
            }
        });
        return out;
    }

    /** A graph in which two weights are one. */
    Graph tying(WeightRef a, WeightRef b) {
        return with(facts.tying(a, b));
    }

    /** A graph in which these weights are not trained (or are again). */
    Graph freezing(Set<WeightRef> weights, boolean frozen) {
        return with(facts.freezing(weights, frozen));
    }

    private Graph with(Facts changed) {
        return new Graph(log, size, declarations, lastInput, changed);
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
