package layerbook.count;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Members;
import layerbook.net.Scope;
import layerbook.net.Unit;
import layerbook.shape.TensorType;

/** A network as conventions look at it: its calls, its units, used or not, and the models that hold them. */
public record NetworkView(Graph graph, int number) {
    public static NetworkView of(Network network) {
        return new NetworkView(network.graph(), network.number());
    }

    /** The network of the last call; null in an empty graph. */
    public static NetworkView last(Graph graph) {
        return graph.isEmpty() ? null : new NetworkView(graph, graph.networkOf(graph.last()));
    }

    public List<Call> calls() {
        return graph.network(number);
    }

    /** What it gives: what its model returned, in order, null where it returned none; what the last call gives without a model. */
    public List<TensorType> outputs() {
        return graph.outputs(number);
    }

    /** Units that belong to it and that nobody used. */
    public List<Unit> unused() {
        return graph.unused(number);
    }

    /** The outermost model that was run, or null. */
    public Object model() {
        for (Call c : calls()) {
            for (Scope s = c.scope(); s != null; s = s.parent()) {
                if (s.parent() == null && s.model() != null) {
                    return s.model();
                }
            }
        }
        return null;
    }

    /** Every name under which a unit or model stands in the model; empty without one. */
    public List<Members.Member> members() {
        Object model = model();
        return model == null ? List.of() : Members.of(model);
    }

    /** All parameters, each set of weights once. */
    public Expr params() {
        return Ledger.of(graph).totals(number).params();
    }
}
