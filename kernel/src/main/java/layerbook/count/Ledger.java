package layerbook.count;

import layerbook.net.Call;
import layerbook.net.Graph;

/**
 * The running totals of a graph: what each call adds, and what its network has come to. It grows with the graph: a call more costs the same,
 * however many stand before it. (After networks were joined or weights tied it is made anew.)
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
        var key = new Running.Key(graph.joins(), graph.facts().ties(), graph.facts().frozen());
        Running running = graph.attached(key, () -> new Running(key));
        running.extend(graph);
        return new Ledger(graph, running);
    }

    public Graph graph() {
        return graph;
    }

    /** What a call adds to the parameters of its network: nothing at a second use of the same weights. */
    public Totals added(Call call) {
        return running.added(call);
    }

    /** The parameters of the call's network up to and with this call. */
    public Totals upTo(Call call) {
        return running.upTo(call);
    }

    /** The parameters of a network, with units that belong to it unused. */
    public Totals totals(int network) {
        return running.totals(graph, network);
    }

    /** What a call costs in a convention. */
    public Cost cost(Call call, Convention c) {
        return running.cost(graph, call, c);
    }

    /** The work of the call's network up to and with this call. */
    public Sum upTo(Call call, Convention c) {
        return running.upTo(graph, call, c);
    }

    /** The work of a network in a convention. */
    public Sum count(int network, Convention c) {
        return running.count(graph, network, c);
    }
}
