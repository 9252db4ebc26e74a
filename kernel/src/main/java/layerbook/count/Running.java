package layerbook.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Facts;
import layerbook.net.Graph;
import layerbook.net.Unit;
import layerbook.net.Unused;
import layerbook.net.WeightRef;

/** What ledgers of graphs that share a log have worked out so far, call by call: the parameters. Each call's network is as it was when the call was made. */
final class Running {
    /** Weights that two networks counted before a call joined them: the later row no longer counts them. */
    private record Less(int since, Totals amount) {}

    private final Facts facts;
    private final List<Totals> added = new ArrayList<>();
    private final List<Totals> running = new ArrayList<>();
    private final Map<Integer, List<Less>> less = new HashMap<>();
    private final Map<Integer, Totals> byNetwork = new HashMap<>();
    private final Map<Integer, Seen> counted = new HashMap<>();
    private final Map<Applied, Totals> plain = new IdentityHashMap<>();
    private final Map<Layer, Totals> neverUsed = new HashMap<>();
    private final Map<Convention, Column> columns = new HashMap<>();

    Running(Facts facts) {
        this.facts = facts;
    }

    synchronized void extend(Graph to) {
        for (int i = added.size(); i < to.size(); i++) {
            Call call = to.call(i);
            int network = to.networkThen(call);
            for (int other : to.networksInto(call)) {
                if (other != network) {
                    join(network, other, i);
                }
            }
            Totals mine = weights(call, network);
            added.add(mine);
            running.add(byNetwork.merge(network, mine, Totals::plus));
        }
    }

    private void join(int network, int other, int at) {
        Totals sum = byNetwork.getOrDefault(network, Totals.NONE).plus(byNetwork.remove(other));
        Seen mine = counted.getOrDefault(network, new Seen());
        Seen theirs = counted.getOrDefault(other, new Seen());
        boolean larger = mine.size() >= theirs.size();
        var twice = new ArrayList<Seen.Entry>();
        (larger ? mine : theirs).takeOver(larger ? theirs : mine, twice::add);
        counted.remove(other);
        counted.put(network, larger ? mine : theirs);
        for (Seen.Entry e : twice) {
            sum = sum.minus(e.amount());
            less.computeIfAbsent(e.call(), c -> new ArrayList<>()).add(new Less(at, e.amount()));
        }
        byNetwork.put(network, sum);
    }

    private Totals weights(Call call, int network) {
        if (call.unit() == null || call.applied().weights().isEmpty() && call.applied().buffers().isEmpty()) {
            return Totals.NONE;
        }
        Seen seen = counted.computeIfAbsent(network, n -> new Seen());
        if (seen.has(call.unit())) {
            return Totals.NONE;
        }
        Totals mine;
        if (facts.isEmpty()) {
            mine = plain.computeIfAbsent(call.applied(), a -> totals(a.weights(), a.buffers(), p -> true, p -> false, Set.of()));
            seen.add(call.unit(), call.index(), mine);
        } else {
            var tied = new HashMap<Object, Totals>();
            mine = totals(call.unit(), call.applied().weights(), call.applied().buffers(), tied, seen, Set.of());
            Totals own = mine;
            for (Totals shared : tied.values()) {
                own = own.minus(shared);
            }
            seen.add(call.unit(), call.index(), own);
            tied.forEach((group, amount) -> seen.add(group, call.index(), amount));
        }
        return mine;
    }

    /** With ties and frozen weights: of weights that are one, the first counts for all. */
    private Totals totals(Unit unit, List<Param> weights, List<Param> buffers, Map<Object, Totals> tied, Seen seen, Set<Expr.Sym> open) {
        return totals(weights, buffers, p -> {
            Set<WeightRef> group = facts.tied(unit.ref(p.name()));
            if (group.size() < 2) {
                return true;
            }
            Object key = group.iterator().next();
            boolean first = !seen.has(key) && !tied.containsKey(key);
            if (first) {
                tied.put(key, totals(List.of(p), List.of(), q -> true, q -> facts.isFrozen(unit.ref(p.name())), open));
            }
            return first;
        }, p -> facts.isFrozen(unit.ref(p.name())), open);
    }

    private static Totals totals(List<Param> weights, List<Param> buffers, java.util.function.Predicate<Param> counts, java.util.function.Predicate<Param> frozen,
            Set<Expr.Sym> open) {
        var all = new ArrayList<Expr>();
        var trained = new ArrayList<Expr>();
        boolean unknown = false;
        for (Param p : weights) {
            if (isOpen(p.size(), open)) {
                unknown = true;
            } else if (counts.test(p)) {
                all.add(p.size());
                if (!frozen.test(p)) {
                    trained.add(p.size());
                }
            }
        }
        List<Expr> kept = buffers.stream().map(Param::size).filter(size -> !isOpen(size, open)).toList();
        return Totals.of(Expr.sum(all), Expr.sum(trained), Expr.sum(kept), unknown);
    }

    /** A size that only an input could tell: the letter of an argument that was left out. */
    private static boolean isOpen(Expr size, Set<Expr.Sym> open) {
        return !open.isEmpty() && size.symbols().stream().anyMatch(open::contains);
    }

    // ---- asking

    /** What a call adds to the parameters of its network: nothing at a second use of the same weights. */
    synchronized Totals added(Graph graph, Call call) {
        Totals mine = added.get(call.index());
        for (Less l : less.getOrDefault(call.index(), List.of())) {
            mine = l.since < graph.size() ? mine.minus(l.amount) : mine;
        }
        return mine;
    }

    /** The parameters of a network after its last call. */
    synchronized Totals atTip(Call tip) {
        return running.get(tip.index());
    }

    /** The same with units that belong to it unused. */
    synchronized Totals totals(Graph graph, int network) {
        Totals sum = atTip(graph.tip(network));
        for (Totals unused : unused(graph, network).values()) {
            sum = sum.plus(unused);
        }
        return sum;
    }

    /** What the units that belong to a network unused add to it, one behind the other. */
    synchronized Map<Unit, Totals> unused(Graph graph, int network) {
        int root = graph.networkOf(graph.call(network));
        var out = new LinkedHashMap<Unit, Totals>();
        List<Unit> unused = graph.unused(root);
        if (unused.isEmpty()) {
            return out;
        }
        Seen seen = seen(graph, root);
        var tied = new HashMap<Object, Totals>();
        for (Unit unit : unused) {
            out.put(unit, facts.isEmpty() ? neverUsed.computeIfAbsent(unit.layer(), layer -> neverUsed(unit, tied, seen)) : neverUsed(unit, tied, seen));
        }
        return out;
    }

    private Totals neverUsed(Unit unit, Map<Object, Totals> tied, Seen seen) {
        Layer layer = unit.layer();
        return totals(unit, Unused.weights(layer), Unused.buffers(layer), tied, seen, Unused.open(layer));
    }

    /** What the network has counted; of a graph that is not the newest, gone through once more. */
    private Seen seen(Graph graph, int root) {
        if (added.size() == graph.size() || facts.isEmpty()) {
            return counted.getOrDefault(root, new Seen());
        }
        var again = new Running(facts);
        again.extend(graph);
        return again.counted.getOrDefault(root, new Seen());
    }

    /** What a convention says of each call. */
    synchronized Column column(Graph graph, Convention c) {
        Column column = columns.computeIfAbsent(c, Column::new);
        column.extend(graph);
        return column;
    }
}
