package layerbook.table;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import layerbook.count.Cost;
import layerbook.count.Sum;
import layerbook.formula.Expr;
import layerbook.formula.Style;
import layerbook.layer.Letters;

/** Numbers as text: whole, with commas; {@code –} is not counted, {@code ?} is unknown, {@code ≥} has unknowns in it, {@code 0} is zero. */
public final class Figures {
    private static final String SUBSCRIPT = "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₀₁₂₃₄₅₆₇₈₉";
    private static final String LETTERS = "aehijklmnoprstuvx0123456789";
    private static final Pattern SUBSCRIPTS = Pattern.compile("[" + SUBSCRIPT + "]+");

    private Figures() {}

    private static String letter(int subscript) {
        return LETTERS.substring(SUBSCRIPT.indexOf(subscript), SUBSCRIPT.indexOf(subscript) + 1);
    }

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
        return text(cost, BigInteger.ONE);
    }

    static String text(Cost cost, BigInteger batch) {
        if (cost instanceof Cost.Unknown) {
            return "?";
        }
        return cost instanceof Cost.Uncounted ? "–" : atBatch(cost.amount(), batch).text();
    }

    public static String text(Sum sum) {
        return text(sum, BigInteger.ONE);
    }

    /** For so many examples. */
    public static String text(Sum sum, BigInteger batch) {
        return (sum.atLeast() ? "≥ " : "") + atBatch(sum.known(), batch).text();
    }

    /** The same signs where only ASCII can be shown. */
    public static String ascii(String text) {
        return SUBSCRIPTS.matcher(text).replaceAll(m -> "_" + m.group().chars().mapToObj(Figures::letter).collect(Collectors.joining())).replace("–", "-").replace("≥", ">=").replace("×", "x").replace("→", "->").replace("·", "*").replace("−", "-").replace("◂", "<").replace("Σ", "Sum")
            .replace("²", "^2").replace("³", "^3").replace("′", "'").replace("⌊", "floor(").replace("⌋", ")").replace("∗", "*").replace("⋮", ":").replace("─", "-")
            .replace("▔", "^").replace("≤", "<=").replace("…", "...").replace("⚠", "!").replace("✗", "x").replace("⌈", "ceil(").replace("⌉", ")").replace("≈", "~");
    }

    static String plain(Expr e) {
        return e.text(Style.UNICODE);
    }
}
