package layerbook.session.words;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Members;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Scope;
import layerbook.net.Unit;
import layerbook.net.Unused;
import layerbook.net.WeightRef;
import layerbook.shape.Refusal;

/** The parameters of a model: of the units in its fields and of those made where it ran, each set of weights once, whatever else its network holds. */
final class ModelParameters {
    private ModelParameters() {}

    static Expr of(Model model) {
        Graph graph = NetworkBuilder.current().graph();
        var counted = new HashSet<WeightRef>();
        var sizes = Stream.<Expr>builder();
        var open = new HashSet<Expr.Sym>();
        for (Unit unit : units(graph, model)) {
            if (graph.firstUse(unit) < 0) {
                open.addAll(Unused.open(unit.layer()));
            }
            for (Param p : NetworkBuilder.current().weightsOf(unit)) {
                Set<WeightRef> tied = graph.facts().tied(unit.ref(p.name()));
                if (counted.add(tied.size() < 2 ? unit.ref(p.name()) : tied.iterator().next())) {
                    sizes.add(p.size());
                }
            }
        }
        return known(sizes.build(), open);
    }

    /** The sum, unless it depends on what only an input could tell. */
    static Expr known(Stream<Expr> sizes, Set<Expr.Sym> open) {
        Expr sum = Expr.sum(sizes.toList()).normal();
        if (sum.symbols().stream().anyMatch(open::contains)) {
            throw Refusal.of("runtime", "the sizes of some weights are not known yet").why("what goes in was left out, and nothing has gone through them");
        }
        return sum;
    }

    private static Set<Unit> units(Graph graph, Model model) {
        var units = new LinkedHashSet<Unit>();
        Members.of(model).forEach(m -> {
            if (m.unitOrModel() instanceof Unit unit) {
                units.add(unit);
            }
        });
        calls(graph, model).stream().map(Call::unit).filter(java.util.Objects::nonNull).forEach(units::add);
        return units;
    }

    /** What was called while the model ran, in the first network that it ran in: a second trace is not added to the first. */
    static List<Call> calls(Graph graph, Model model) {
        List<Call> all = graph.calls().stream().filter(c -> isInside(c.scope(), model)).toList();
        return all.stream().filter(c -> graph.networkOf(c) == graph.networkOf(all.get(0))).toList();
    }

    private static boolean isInside(Scope scope, Model model) {
        for (Scope s = scope; s != null; s = s.parent()) {
            if (s.model() == model) {
                return true;
            }
        }
        return false;
    }
}
