package layerbook.layer;

import java.util.List;
import layerbook.formula.Expr;

/** A weight or buffer with its sizes known: {@code weight} 16×3×3×3. Inside a composite the name is dotted: {@code self_attn.in_proj_weight}. */
public record Param(String name, List<Expr> dims) {
    /** How many numbers it holds. */
    public Expr size() {
        return Expr.product(dims).normal();
    }
}
