package layerbook.count;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
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

    /** thop totals modules that it has a rule for and that ran, once for each name that they stand under in different parents. */
    static Expr thop(NetworkView network, Convention thop) {
        Map<Object, Set<Object>> parents = new IdentityHashMap<>();
        network.members().forEach(m -> parents.computeIfAbsent(m.unitOrModel(), u -> java.util.Collections.newSetFromMap(new IdentityHashMap<>())).add(m.parent()));
        var seen = java.util.Collections.<Unit>newSetFromMap(new IdentityHashMap<>());
        Expr sum = Expr.ZERO;
        for (Call c : network.calls()) {
            if (c.what() == Call.What.MODULE && seen.add(c.unit())) {
                int times = Math.max(1, parents.getOrDefault(c.unit(), Set.of()).size());
                sum = sum.plus(ruled(Site.of(c), thop).times(times)).normal();
            }
        }
        return sum;
    }

    private static Expr ruled(Site site, Convention thop) {
        if (site.applied().parts().isEmpty()) {
            return thop.own(site) instanceof Cost.Uncounted ? Expr.ZERO : own(site);
        }
        if (thop.own(site) instanceof Cost.Uncounted) {
            return Expr.ZERO;
        }
        Expr sum = Expr.ZERO;
        for (Part p : site.applied().parts()) {
            sum = sum.plus(p.module() ? ruled(site.part(p), thop) : Expr.ZERO);
        }
        return sum.normal();
    }

    private static Expr own(Site site) {
        return Expr.sum(site.applied().weights().stream().map(Param::size).toList()).normal();
    }

    /** torchsummary adds up what is called weight or bias in each row, again at each use. */
    static Expr torchsummary(NetworkView network) {
        Expr sum = Expr.ZERO;
        for (Call c : network.calls()) {
            if (c.what() == Call.What.MODULE) {
                sum = sum.plus(weightAndBias(Site.of(c))).normal();
            }
        }
        return sum;
    }

    private static Expr weightAndBias(Site site) {
        Expr sum = Expr.ZERO;
        for (Param p : site.applied().weights()) {
            String name = p.name();
            String last = name.substring(name.lastIndexOf('.') + 1);
            sum = last.equals("weight") || last.equals("bias") ? sum.plus(p.size()) : sum;
        }
        return sum.normal();
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
