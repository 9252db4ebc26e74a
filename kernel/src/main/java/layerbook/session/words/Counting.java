package layerbook.session.words;

import java.util.List;
import java.util.stream.Collectors;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Cost;
import layerbook.count.Ledger;
import layerbook.count.ParamsAs;
import layerbook.count.PerExample;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Unit;
import layerbook.net.Unused;
import layerbook.shape.Refusal;

/** The numbers of a network or unit in a convention, given in either order; a convention may be given by its name. */
final class Counting {
    private final Object what;
    private final Convention convention;
    private final boolean keras;

    private Counting(Object what, Convention convention, boolean keras) {
        this.what = what;
        this.keras = keras;
        this.convention = convention;
    }

    static Counting of(Object... said) {
        Object what = null;
        Convention convention = null;
        boolean keras = false;
        for (Object o : said) {
            if (o == TableWords.Summary.KERAS || "KERAS".equals(o)) {
                keras = true;
            } else if (o instanceof Convention || o instanceof String) {
                if (convention != null) {
                    throw Refusal.of("runtime", "two conventions at once: " + convention.name() + " and " + o).fix("conventions()");
                }
                convention = convention(o);
            } else {
                what = o == null ? what : o;
            }
        }
        return new Counting(what, convention, keras);
    }

    /** A convention, or the one of that name; one of the user's own is known by its name from then on. */
    static Convention convention(Object said) {
        return said instanceof Convention c ? Conventions.named(c, NetworkBuilder.current()) : Conventions.get((String) said, NetworkBuilder.current());
    }

    /** The work, in FLOPs if no convention was given. */
    Expr work() {
        if (keras) {
            throw Refusal.of("runtime", "Keras counts no work").why("its summary has parameters only").fix("params(KERAS)");
        }
        Convention c = convention == null ? Conventions.FLOPS : convention;
        Graph graph = NetworkBuilder.current().graph();
        if (what instanceof Unit unit) {
            List<Call> uses = graph.calls().stream().filter(call -> call.unit() == unit).toList();
            if (uses.isEmpty()) {
                throw Refusal.of("runtime", "nothing has gone through " + unit + " yet").why("its work follows from an input");
            }
            return work(uses, unit.toString(), graph, c);
        }
        List<Call> inside = what instanceof Model model ? ModelParameters.calls(graph, model) : List.of();
        return inside.isEmpty() ? PerExample.count(Selectors.view(what), c) : work(inside, "all of this model", graph, c);
    }

    private static Expr work(List<Call> uses, String who, Graph graph, Convention c) {
        Ledger ledger = Ledger.of(graph);
        for (Call use : uses) {
            if (ledger.cost(use, c) instanceof Cost.Unknown unknown) {
                throw Refusal.of("runtime", c.name() + " does not know " + who).why(unknown.why());
            }
        }
        return Expr.sum(uses.stream().map(use -> ledger.cost(use, c).amount()).collect(Collectors.toList())).normal();
    }

    /** The parameters there are, or as the convention's tool totals them. */
    Expr params() {
        if (keras) {
            return ParamsAs.keras(Selectors.view(what));
        }
        if (what instanceof Unit unit && convention == null) {
            return Expr.sum(NetworkBuilder.current().weightsOf(unit).stream().map(Param::size).toList()).normal();
        }
        if (what instanceof Model model && convention == null) {
            return ModelParameters.of(model);
        }
        if (what instanceof Layer layer && convention == null) {
            NetworkBuilder.current().consume(layer);
            return ModelParameters.known(Unused.weights(layer).stream().map(Param::size), Unused.open(layer));
        }
        return convention == null ? PerExample.params(Selectors.view(what)) : convention.params(Selectors.view(what));
    }
}
