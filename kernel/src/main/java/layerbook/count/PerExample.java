package layerbook.count;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.formula.Style;
import layerbook.layer.Letters;
import layerbook.shape.Refusal;

/** Totals as whole numbers for one example: exact, and an error that says what to ask instead where there is no such number. */
public final class PerExample {
    private PerExample() {}

    /** The work of a network, if the convention knows all of it. */
    public static Expr count(NetworkView network, Convention convention) {
        if (convention == null) {
            throw Refusal.of("runtime", "there is no such convention");
        }
        Sum sum = Ledger.of(network.graph()).count(network.number(), convention);
        if (sum.atLeast()) {
            throw Refusal.of("runtime", convention.name() + " does not know all of this network").why("at least " + one(sum.known()).text());
        }
        return sum.known();
    }

    /** All parameters of a network, if the sizes of all its weights are known. */
    public static Expr params(NetworkView network) {
        Totals totals = Ledger.of(network.graph()).totals(network.number());
        if (totals.unknown()) {
            throw Refusal.of("runtime", "the sizes of some weights are not known yet").why("what goes in was left out, and nothing has gone through them; at least " + totals.params().text());
        }
        return totals.params();
    }

    private static Expr one(Expr e) {
        return e.at(Map.of(Letters.N, Expr.ONE));
    }

    /** The number at N = 1; the word is what the user asked, the formula what to ask if other symbols stay. */
    public static BigInteger exact(Expr e, String word, String formula) {
        Expr one = one(e);
        if (!one.isNumber()) {
            List<String> open = one.symbols().stream().map(s -> s.text(Style.UNICODE)).toList();
            throw Refusal.of("runtime", word + " is a formula, not a number: " + one.text()).why("it depends on " + String.join(", ", open)).fix(formula);
        }
        return one.exact();
    }

    /** The same as a long, or an error that names the word for larger ones. */
    public static long fitting(Expr e, String word, String formula) {
        BigInteger exact = exact(e, word + "()", formula);
        if (exact.bitLength() > 63) {
            throw Refusal.of("runtime", word + "() is larger than a long can hold: " + Expr.of(exact).text()).fix(word + "Exact()");
        }
        return exact.longValue();
    }
}
