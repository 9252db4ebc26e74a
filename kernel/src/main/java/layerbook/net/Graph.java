package layerbook.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import layerbook.layer.Applied;
import layerbook.shape.TensorType;

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
    private final Returned returned;

    private Graph(Log log, int size, int declarations, int lastInput, Facts facts, Returned returned) {
        this.log = log;
        this.size = size;
        this.declarations = declarations;
        this.lastInput = lastInput;
        this.facts = facts;
        this.returned = returned;
    }

    /** An empty graph with a log of its own. */
    public static Graph empty() {
        return new Graph(new Log(), 0, 0, -1, Facts.NONE, null);
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
        return List.copyOf(log.networks(call.inputs(), call.scope(), call.index()));
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
        TreeSet<Integer> networks = own.networks(inputs, scope, size);
        int previous = -1;
        for (int network : networks) {
            previous = Math.max(previous, own.tips.get(network));
        }
        String name = numbered ? stem + "_" + (own.numbers.getOrDefault(stem, 0) + 1) : stem;
        var call = new Call(index, name, what, unit, applied, List.copyOf(inputs), networks.isEmpty() ? index : networks.first(), previous, scope);
        own.add(call);
        if (scope != null && scope.outermost() != null) {
            scope.outermost().called(call);
        }
        return new Graph(own, size + 1, declarations, isInput ? index : lastInput, facts, returned);
    }

    /** A graph with this call, which was made elsewhere, at its end. */
    Graph adding(Call call) {
        Log own = own();
        own.add(call);
        return new Graph(own, size + 1, declarations, lastInput, facts, returned);
    }

    /** This graph with what another one knows besides its calls; the tensors that models returned are replaced. */
    Graph ending(Graph like, UnaryOperator<Tensor> now) {
        like.log.declared.subList(0, like.declarations).forEach(log::declare);
        Returned all = like.returned == null ? null : like.returned.replaced(now);
        return new Graph(log, size, log.declared.size(), like.lastInput, facts, all);
    }

    /** The highest number under which a model of this name, which has none of its own, ran. */
    int runs(String stem) {
        return (isAtEnd() ? log : log.copy(size, 0)).runs.getOrDefault(stem, 0);
    }

    /** The log if this graph ends where it ends, else a copy that does. */
    private Log own() {
        return isAtEnd() && log.declared.size() == declarations ? log : log.copy(size, declarations);
    }

    // ---- facts about units

    /** A graph in which the unit counts in the network of this call, even if nothing goes through it. */
    Graph declaring(Unit unit, int call) {
        var declared = new Log.Declared(unit, root(call(call).network()));
        if (log.has(declared, declarations)) {
            return this;
        }
        Log own = own();
        own.declare(declared);
        return new Graph(own, size, own.declared.size(), lastInput, facts, returned);
    }

    /** The units of a network through which nothing went in it, each once: a model that ran in it holds them. */
    public List<Unit> unused(int network) {
        int wanted = size == 0 ? -1 : root(network);
        return log.declared.subList(0, declarations).stream().filter(d -> root(d.network()) == wanted && firstUse(d.unit(), wanted) < 0)
            .map(Log.Declared::unit).distinct().toList();
    }

    /** A graph in which two weights are one. */
    Graph tying(WeightRef a, WeightRef b) {
        return with(facts.tying(a, b));
    }

    /** A graph in which these weights are not trained (or are again). */
    public Graph freezing(Set<WeightRef> weights, boolean frozen) {
        return with(facts.freezing(weights, frozen));
    }

    /** The same calls with other facts. */
    Graph with(Facts changed) {
        return new Graph(log, size, declarations, lastInput, changed, returned);
    }

    // ---- what models returned

    /** What a model returned that was run in a network, and how many calls there were then. */
    private record Returned(Returned before, int size, int network, List<Tensor> outputs) {
        /** The same with other tensors. */
        Returned replaced(UnaryOperator<Tensor> now) {
            var chain = new ArrayDeque<Returned>();
            for (Returned r = this; r != null; r = r.before) {
                chain.push(r);
            }
            Returned out = null;
            for (Returned r : chain) {
                out = new Returned(out, r.size, r.network, r.outputs.stream().map(t -> t == null ? null : now.apply(t)).collect(Collectors.toList()));
            }
            return out;
        }
    }

    /** A graph in which the network of these outputs, of which some may be null, ends with them. */
    Graph returning(int network, List<Tensor> outputs) {
        return new Graph(log, size, declarations, lastInput, facts, new Returned(returned, size, network, java.util.Collections.unmodifiableList(new ArrayList<>(outputs))));
    }

    /** The network in which a model ran last, if one did since the graph was this; else -1. */
    public int ranSince(Graph before) {
        return returned == null || returned == before.returned ? -1 : root(returned.network);
    }

    /**
     * What a network gives: what the forward of the model that ran last in it returned, in order, null where it returned none; all outputs of its last call
     * if that call is no part of a model.
     */
    public List<TensorType> outputs(int network) {
        Returned last = returned(network);
        if (last == null) {
            return tip(network) == null ? List.of() : tip(network).outputs();
        }
        return last.outputs.stream().map(t -> t == null ? null : t.type()).toList();
    }

    /** The same as tensors. */
    public List<Tensor> outputs(NetworkBuilder builder, int network) {
        Returned last = returned(network);
        return last != null ? last.outputs : tip(network) == null ? List.of() : Tensor.of(builder, tip(network), 0).outputs();
    }

    /** The last run of a model in the network, if the network ends with it. */
    private Returned returned(int network) {
        Call tip = tip(network);
        for (Returned r = returned; tip != null && r != null && r.size > tip.index(); r = r.before) {
            if (root(r.network) == root(network)) {
                return r;
            }
        }
        return null;
    }

    /** The same calls in a log of their own: networks that a scope joins late are joined in it. */
    Graph relogged() {
        return new Graph(log.copy(size, declarations), size, declarations, lastInput, facts, returned);
    }

    /** The first use of a unit in a network, or -1. */
    public int firstUse(Unit unit, int network) {
        return log.firstUse(unit, root(network), size);
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
