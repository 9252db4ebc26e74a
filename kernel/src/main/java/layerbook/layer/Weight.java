package layerbook.layer;

import java.util.List;
import layerbook.formula.Expr;

/** A named tensor that a layer owns, with its shape in the letters of the rule. */
public record Weight(String name, List<Expr> dims) {
    public Expr size() {
        return Expr.product(dims);
    }
}
