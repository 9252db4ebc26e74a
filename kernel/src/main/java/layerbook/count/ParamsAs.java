package layerbook.count;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import layerbook.formula.Expr;
import layerbook.layer.Param;
import layerbook.layer.Part;
import layerbook.net.Call;
import layerbook.net.Unit;

/**
 * The parameters of a network as each tool totals them. Most add up every set of weights once; some miss what they have no rule for, or count twice.
 * Sources: the tools' own code; measured cases in sharing.json of the tests.
 */
public final class ParamsAs {
    private ParamsAs() {}

    /** By the name of the convention, and TORCHSUMMARY and KERAS, which count no work. */
    public static Map<String, Expr> of(NetworkView network) {
        var out = new LinkedHashMap<String, Expr>();
        Conventions.all().forEach(c -> out.put(c.name(), c.params(network)));
        out.put("TORCHSUMMARY", torchsummary(network));
        out.put("KERAS", keras(network));
        return out;
    }

    /** ptflops totals what is trained. */
    static Expr trainable(NetworkView network) {
        return Ledger.of(network.graph()).totals(network.number()).trainable();
    }

    /** thop totals modules that it has a rule for and that ran, again for each chain of parents that leads to them. */
    static Expr thop(NetworkView network, Convention thop) {
        var seen = java.util.Collections.<Unit>newSetFromMap(new IdentityHashMap<>());
        Expr sum = Expr.ZERO;
        for (Call c : network.calls()) {
            if (c.what() == Call.What.MODULE && seen.add(c.unit())) {
                Site site = Site.of(c);
                sum = sum.plus(ruled(site, thop).times(site.visits())).normal();
            }
        }
        return sum;
    }

    private static Expr ruled(Site site, Convention thop) {
        if (thop.own(site) instanceof Cost.Uncounted) {
            return Expr.ZERO;
        }
        return site.applied().parts().isEmpty() ? weights(site, w -> true) : modules(site, inner -> ruled(inner, thop));
    }

    /** torchsummary adds up what is called weight or bias in each row, again at each use and for each parent. */
    static Expr torchsummary(NetworkView network) {
        Expr sum = Expr.ZERO;
        for (Call c : network.calls()) {
            if (c.what() == Call.What.MODULE) {
                Site site = Site.of(c);
                sum = sum.plus(weightAndBias(site).times(site.visits())).normal();
            }
        }
        return sum;
    }

    /** The projection inside of attention is no row: it is never called as a module. */
    private static Expr weightAndBias(Site site) {
        return site.applied().parts().isEmpty() ? weights(site, w -> w.name().equals("weight") || w.name().equals("bias")) : modules(site, ParamsAs::weightAndBias);
    }

    private static Expr weights(Site site, Predicate<Param> which) {
        return Expr.sum(site.applied().weights().stream().filter(which).map(Param::size).toList()).normal();
    }

    /** The sum over the parts of a composite that are modules. */
    private static Expr modules(Site site, Function<Site, Expr> each) {
        return Expr.sum(site.applied().parts().stream().filter(Part::module).map(p -> each.apply(site.part(p))).toList()).normal();
    }

    /** Keras counts moving averages as parameters that are not trained. */
    static Expr keras(NetworkView network) {
        Expr sum = network.params();
        Set<Unit> seen = new LinkedHashSet<>();
        for (Call c : network.calls()) {
            if (c.unit() != null && seen.add(c.unit())) {
                for (Param b : c.applied().buffers()) {
                    sum = b.name().endsWith("running_mean") || b.name().endsWith("running_var") ? sum.plus(b.size()).normal() : sum;
                }
            }
        }
        return sum;
    }
}
