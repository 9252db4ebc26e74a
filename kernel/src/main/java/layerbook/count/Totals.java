package layerbook.count;

import layerbook.formula.Expr;

/**
 * Parameters of a network or of a part of it; each set of weights counts once.
 *
 * @param params all learned numbers
 * @param trainable those that are not frozen
 * @param buffers numbers that are kept but not learned
 * @param unknown whether something in it is unknown, so that the sums are at least so many
 */
public record Totals(Expr params, Expr trainable, Expr buffers, boolean unknown) {
    public static final Totals NONE = new Totals(Expr.ZERO, Expr.ZERO, Expr.ZERO, false);

    Totals plus(Totals other) {
        return other == NONE ? this : this == NONE ? other : new Totals(params.plus(other.params).normal(), trainable.plus(other.trainable).normal(),
            buffers.plus(other.buffers).normal(), unknown || other.unknown);
    }
}
