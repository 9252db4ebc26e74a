package layerbook.layer;

import java.util.List;
import layerbook.formula.Expr;

/** So many elementary operations of one kind: the product of the factors, in the letters of the rule. The label says what for, or is empty. */
public record Work(Kind kind, List<Expr> factors, String label) {
    public Expr amount() {
        return Expr.product(factors);
    }
}
