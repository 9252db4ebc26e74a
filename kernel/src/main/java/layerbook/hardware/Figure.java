package layerbook.hardware;

import java.util.Map;
import layerbook.formula.Expr;
import layerbook.formula.Working;

/**
 * One figure with its formula.
 *
 * @param letter what is worked out, e.g. {@code B}
 * @param meaning in words, with the unit
 * @param formula in letters
 * @param values what the letters stand for
 * @param source who laid the rule down; empty for arithmetic
 */
public record Figure(String letter, String meaning, Expr formula, Map<Expr.Sym, Expr> values, String source) {
    public Figure {
        values = Map.copyOf(values);
    }

    /** The formula, the numbers put in, and the steps. */
    public Working working() {
        return Working.of(formula, values);
    }

    /** The result as far as it is known. */
    public Expr result() {
        return formula.at(values);
    }
}
