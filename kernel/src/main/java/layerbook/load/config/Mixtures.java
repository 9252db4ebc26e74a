package layerbook.load.config;

import java.math.BigInteger;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Mixture;
import layerbook.net.Members;
import layerbook.net.Model;
import layerbook.net.Unit;

/** The mixtures of experts in a network: how many parameters a token passes by. Source: the counts of active parameters on model cards. */
public final class Mixtures {
    private Mixtures() {}

    private static List<Mixture> in(Model model) {
        return Members.of(model).stream().map(Members.Member::unitOrModel).filter(Unit.class::isInstance).map(u -> ((Unit) u).layer()).filter(Mixture.class::isInstance)
            .map(Mixture.class::cast).toList();
    }

    /** How many parameters belong to experts that a token does not pass through; the active ones are the total without them. */
    public static BigInteger idle(Model model) {
        return Expr.sum(in(model).stream().map(Mixture::idle).toList()).normal().exact();
    }

    /** A sentence on them, or null without any. */
    static String note(Model model) {
        List<Mixture> all = in(model);
        if (all.isEmpty()) {
            return null;
        }
        Mixture one = all.get(0);
        return String.format(java.util.Locale.ROOT, "a token passes through %d of %d experts in each of %d layers: %,d parameters are idle for it", one.chosen(), one.experts(), all.size(), idle(model));
    }
}
