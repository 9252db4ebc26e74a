package layerbook.count;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.layer.Part;
import layerbook.layers.LSTM;
import layerbook.layers.LSTMCell;
import layerbook.layers.RNN;
import layerbook.layers.RNNCell;
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
        out.putAll(alone(network));
        return out;
    }

    /** Those of tools that count no work. */
    public static Map<String, Expr> alone(NetworkView network) {
        var out = new LinkedHashMap<String, Expr>();
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

    /** How many parameters thop does not see: of what it has no rule for, of bare weights, of what never ran. */
    static Expr missedByThop(NetworkView network, Convention thop) {
        Ledger ledger = Ledger.of(network.graph());
        Expr seen = Expr.ZERO;
        for (Call c : network.calls()) {
            seen = c.what() == Call.What.MODULE ? seen.plus(least(ledger.added(c).params(), ruled(Site.of(c), thop))).normal() : seen;
        }
        return network.params().minus(seen).normal();
    }

    /** What adds no parameters, because they are shared or tied, adds none to what is seen. */
    private static Expr least(Expr added, Expr ruled) {
        return added.isZero() ? Expr.ZERO : ruled;
    }

    /** What they are the parameters of. */
    static List<String> namesMissedByThop(NetworkView network, Convention thop) {
        Ledger ledger = Ledger.of(network.graph());
        var names = new LinkedHashSet<String>();
        for (Call c : network.calls()) {
            Expr added = ledger.added(c).params();
            if (c.unit() != null && !added.isZero() && (c.what() == Call.What.PARAMETER || !ruled(Site.of(c), thop).equals(added))) {
                names.add(c.what() == Call.What.PARAMETER ? c.name().substring(c.name().lastIndexOf('.') + 1) : missed(c.layer().factoryName()));
            }
        }
        if (network.unused().stream().anyMatch(u -> !layerbook.net.Unused.weights(u.layer()).isEmpty())) {
            names.add("what never ran");
        }
        return List.copyOf(names);
    }

    private static String missed(String factory) {
        return factory.equals("multiheadAttention") ? "attention" : factory.startsWith("transformer") ? "attention inside " + factory : factory;
    }

    /** One, two or three; more are counted. */
    static String words(List<String> names) {
        List<String> shown = names.size() > 4 ? names.subList(0, 3) : names;
        String last = names.size() > 4 ? (names.size() - 3) + " others" : names.get(names.size() - 1);
        List<String> before = names.size() > 4 ? shown : names.subList(0, names.size() - 1);
        return before.isEmpty() ? last : String.join(", ", before) + " and " + last;
    }

    /** Why totals of parameters that are no convention's differ from what there is. */
    public static List<String> remarks(NetworkView network) {
        Expr all = network.params();
        var out = new ArrayList<String>();
        difference(all, torchsummary(network), "torchsummary adds up what is called weight or bias, again at each use").ifPresent(out::add);
        difference(all, keras(network), "Keras counts running means and variances as well, and one bias of an LSTM or a simple RNN").ifPresent(out::add);
        return out;
    }

    private static Optional<String> difference(Expr all, Expr said, String why) {
        Expr d = said.minus(all).normal();
        if (d.isZero()) {
            return Optional.empty();
        }
        boolean less = d.isNumber() && d.exact().signum() < 0;
        return Optional.of(why + ": " + (less ? all.minus(said).normal() : d).text() + (less ? " of " + all.text() + " parameters are missing" : " more than the " + all.text() + " that there are"));
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

    /** The biases that Keras does not have: its LSTM and simple RNN add one bias, PyTorch's two; a GRU has two in both (reset_after). */
    public static Expr secondBiases(Layer layer, List<Param> weights) {
        boolean one = layer instanceof LSTM || layer instanceof LSTMCell || layer instanceof RNN || layer instanceof RNNCell;
        return one ? Expr.sum(weights.stream().filter(w -> w.name().startsWith("bias_hh")).map(Param::size).toList()).normal() : Expr.ZERO;
    }

    /** Keras counts moving averages as parameters that are not trained, and one bias of an LSTM or a simple RNN. */
    public static Expr keras(NetworkView network) {
        Expr sum = network.params();
        Set<Unit> seen = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        for (Unit u : network.unused()) {
            sum = sum.minus(secondBiases(u.layer(), layerbook.net.Unused.weights(u.layer()))).normal();
        }
        for (Call c : network.calls()) {
            if (c.unit() != null && seen.add(c.unit())) {
                sum = sum.minus(secondBiases(c.layer(), c.applied().weights())).normal();
                for (Param b : c.applied().buffers()) {
                    sum = b.name().endsWith("running_mean") || b.name().endsWith("running_var") ? sum.plus(b.size()).normal() : sum;
                }
            }
        }
        return sum;
    }
}
