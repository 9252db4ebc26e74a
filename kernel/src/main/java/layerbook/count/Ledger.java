package layerbook.count;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Unit;

/**
 * The running totals of a graph: what each call adds, and what its network has come to. It grows with the graph: a call more costs the same,
 * however many stand before it. (After weights were tied or frozen it is made anew.)
 */
public final class Ledger {
    private final Graph graph;
    private final Running running;

    private Ledger(Graph graph, Running running) {
        this.graph = graph;
        this.running = running;
    }

    /** The ledger of a graph. */
    public static Ledger of(Graph graph) {
        Running running = graph.attached(graph.facts(), () -> new Running(graph.facts()));
        running.extend(graph);
        return new Ledger(graph, running);
    }

    public Graph graph() {
        return graph;
    }

    /** What a call adds to the parameters of its network: nothing at a second use of the same weights. */
    public Totals added(Call call) {
        return running.added(graph, call);
    }

    /** The parameters of the call's network up to and with this call. */
    public Totals upTo(Call call) {
        return upTo(List.of(call)).get(call);
    }

    /** The same for several calls of one network, the last rows of a table: found from the network's end. */
    public Map<Call, Totals> upTo(List<Call> calls) {
        var out = new IdentityHashMap<Call, Totals>();
        if (!calls.isEmpty()) {
            Totals[] sum = {running.atTip(tip(calls.get(0)))};
            backwards(calls, c -> {
                out.put(c, sum[0]);
                sum[0] = sum[0].minus(added(c));
            });
        }
        return out;
    }

    private Call tip(Call call) {
        return graph.tip(graph.networkOf(call));
    }

    /** From the network's last call back to the first of these. */
    private void backwards(List<Call> calls, java.util.function.Consumer<Call> each) {
        int network = graph.networkOf(calls.get(0));
        for (int i = tip(calls.get(0)).index(); i >= calls.get(0).index(); i--) {
            if (graph.networkOf(graph.call(i)) == network) {
                each.accept(graph.call(i));
            }
        }
    }

    /** The parameters of a network, with units that belong to it unused. */
    public Totals totals(int network) {
        return running.totals(graph, network);
    }

    /** What the units that belong to a network unused add to its parameters, one behind the other. */
    public Map<Unit, Totals> unused(int network) {
        return running.unused(graph, network);
    }

    /** What a call costs in a convention. */
    public Cost cost(Call call, Convention c) {
        return running.column(graph, c).cost(call);
    }

    /** The work of the call's network up to and with this call. */
    public Sum upTo(Call call, Convention c) {
        return upTo(List.of(call), c).get(call);
    }

    /** The same for several calls of one network, the last rows of a table. */
    public Map<Call, Sum> upTo(List<Call> calls, Convention convention) {
        var out = new IdentityHashMap<Call, Sum>();
        if (!calls.isEmpty()) {
            Column column = running.column(graph, convention);
            Sum[] sum = {column.atTip(tip(calls.get(0)))};
            backwards(calls, c -> {
                out.put(c, sum[0]);
                sum[0] = sum[0].minus(column.sum(c));
            });
        }
        return out;
    }

    /** The work of a network in a convention. */
    public Sum count(int network, Convention c) {
        return running.column(graph, c).atTip(graph.tip(network));
    }
}
