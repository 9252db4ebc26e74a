package layerbook.table;

import java.math.BigInteger;
import java.util.Map;
import layerbook.count.Cost;
import layerbook.count.Sum;
import layerbook.formula.Expr;
import layerbook.formula.Style;
import layerbook.layer.Letters;

/** Numbers as text: whole, with commas; {@code –} is not counted, {@code ?} is unknown, {@code ≥} has unknowns in it, {@code 0} is zero. */
public final class Figures {
    private Figures() {}

    /** For so many examples: N becomes that number; other symbols stay. */
    public static Expr atBatch(Expr e, BigInteger batch) {
        return e instanceof Expr.Num ? e : e.at(Map.of(Letters.N, Expr.of(batch)));
    }

    /** Per example: N is 1. */
    public static Expr perExample(Expr e) {
        return atBatch(e, BigInteger.ONE);
    }

    public static String text(Expr e) {
        return perExample(e).text();
    }

    public static String text(Cost cost) {
        if (cost instanceof Cost.Unknown) {
            return "?";
        }
        return cost instanceof Cost.Uncounted ? "–" : text(cost.amount());
    }

    public static String text(Sum sum) {
        return (sum.atLeast() ? "≥ " : "") + text(sum.known());
    }

    /** The same signs where only ASCII can be shown. */
    public static String ascii(String text) {
        return text.replace("–", "-").replace("≥", ">=").replace("×", "x").replace("→", "->").replace("·", "*").replace("−", "-").replace("◂", "<").replace("Σ", "Sum")
            .replace("²", "^2").replace("³", "^3").replace("′", "'").replace("⌊", "floor(").replace("⌋", ")").replace("∗", "*").replace("⋮", ":").replace("─", "-")
            .replace("▔", "^").replace("≤", "<=").replace("…", "...");
    }

    static String plain(Expr e) {
        return e.text(Style.UNICODE);
    }
}
