package layerbook.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Unit;
import layerbook.net.Unused;
import layerbook.net.WeightRef;

/** What ledgers of graphs that share a log have worked out so far, call by call. */
final class Running {
    record Key(Map<Integer, Integer> joined, List<Set<WeightRef>> ties, Set<WeightRef> frozen) {}

    private final Key key;
    private final List<Totals> added = new ArrayList<>();
    private final List<Totals> running = new ArrayList<>();
    private final Map<Integer, Totals> byNetwork = new HashMap<>();
    private final Map<Integer, Set<Object>> counted = new HashMap<>();
    private final Map<Convention, Column> columns = new HashMap<>();

    Running(Key key) {
        this.key = key;
    }

    /** What a convention says of each call, and its running sums. */
    private static final class Column {
        final List<Cost> costs = new ArrayList<>();
        final List<Sum> running = new ArrayList<>();
        final Map<Integer, Sum> byNetwork = new HashMap<>();
    }

    synchronized void extend(Graph to) {
        for (int i = added.size(); i < to.size(); i++) {
            Call call = to.call(i);
            int network = to.networkOf(call);
            Totals mine = weights(to, call, network);
            added.add(mine);
            Totals sum = byNetwork.getOrDefault(network, Totals.NONE).plus(mine);
            byNetwork.put(network, sum);
            running.add(sum);
        }
    }

    // ---- parameters

    private Totals weights(Graph g, Call call, int network) {
        if (call.unit() == null || call.applied().weights().isEmpty() && call.applied().buffers().isEmpty()) {
            return Totals.NONE;
        }
        Set<Object> seen = counted.computeIfAbsent(network, n -> new java.util.HashSet<>());
        Totals sum = Totals.NONE;
        if (seen.add(call.unit())) {
            sum = totals(call.unit(), call.applied().weights(), call.applied().buffers(), seen, Set.of());
        }
        return sum;
    }

    private Totals totals(Unit unit, List<Param> weights, List<Param> buffers, Set<Object> seen, Set<Expr.Sym> open) {
        Expr all = Expr.ZERO;
        Expr trained = Expr.ZERO;
        Expr kept = Expr.ZERO;
        boolean unknown = false;
        for (Param p : weights) {
            WeightRef ref = new WeightRef(unit, p.name());
            if (isOpen(p.size(), open)) {
                unknown = true;
            } else if (first(ref, seen)) {
                all = all.plus(p.size()).normal();
                trained = isFrozen(ref) ? trained : trained.plus(p.size()).normal();
            }
        }
        for (Param b : buffers) {
            kept = isOpen(b.size(), open) ? kept : kept.plus(b.size()).normal();
        }
        return new Totals(all, trained, kept, unknown);
    }

    /** A size that only an input could tell: the letter of an argument that was left out. */
    private static boolean isOpen(Expr size, Set<Expr.Sym> open) {
        return !open.isEmpty() && size.symbols().stream().anyMatch(open::contains);
    }

    /** Whether this weight, or one tied to it, was not counted yet; marks it. */
    private boolean first(WeightRef ref, Set<Object> seen) {
        for (Set<WeightRef> tie : key.ties()) {
            if (tie.contains(ref)) {
                return seen.add(tie);
            }
        }
        return true;
    }

    /** Whether a weight, or one tied to it, is frozen. */
    private boolean isFrozen(WeightRef ref) {
        if (key.frozen().isEmpty()) {
            return false;
        }
        return key.frozen().contains(ref) || key.ties().stream().anyMatch(tie -> tie.contains(ref) && tie.stream().anyMatch(key.frozen()::contains));
    }

    /** What a call adds to the parameters of its network: nothing at a second use of the same weights. */
    synchronized Totals added(Call call) {
        return added.get(call.index());
    }

    /** The parameters of the call's network up to and with this call. */
    synchronized Totals upTo(Call call) {
        return running.get(call.index());
    }

    /** The parameters of a network, with units that belong to it unused. */
    synchronized Totals totals(Graph graph, int network) {
        int root = graph.networkOf(graph.call(network));
        Call tip = graph.tip(root);
        Totals sum = tip == null ? Totals.NONE : running.get(tip.index());
        List<Unit> unused = new NetworkView(graph, root).unused();
        if (unused.isEmpty()) {
            return sum;
        }
        var seen = new java.util.HashSet<>(counted.getOrDefault(root, Set.of()));
        for (Unit unit : unused) {
            sum = sum.plus(totals(unit, Unused.weights(unit.layer()), Unused.buffers(unit.layer()), seen, Unused.open(unit.layer())));
        }
        return sum;
    }

    // ---- work

    private Column column(Graph graph, Convention c, int until) {
        Column column = columns.computeIfAbsent(c, x -> new Column());
        for (int i = column.costs.size(); i < until; i++) {
            Call call = graph.call(i);
            Cost cost = call.what() == Call.What.INPUT ? Cost.ZERO : Site.of(call).cost(c);
            int network = graph.networkOf(call);
            Sum sum = column.byNetwork.getOrDefault(network, Sum.ZERO).plus(cost);
            column.costs.add(cost);
            column.running.add(sum);
            column.byNetwork.put(network, sum);
        }
        return column;
    }

    /** What a call costs in a convention. */
    synchronized Cost cost(Graph graph, Call call, Convention c) {
        return column(graph, c, call.index() + 1).costs.get(call.index());
    }

    /** The work of the call's network up to and with this call. */
    synchronized Sum upTo(Graph graph, Call call, Convention c) {
        return column(graph, c, call.index() + 1).running.get(call.index());
    }

    /** The work of a network in a convention. */
    synchronized Sum count(Graph graph, int network, Convention c) {
        Call tip = graph.tip(network);
        return tip == null ? Sum.ZERO : upTo(graph, tip, c);
    }
}
