package layerbook.count;

import layerbook.formula.Expr;

/** A running count: what is known so far, and whether something unknown is in it (then it is at least so much). */
public record Sum(Expr known, boolean atLeast) {
    public static final Sum ZERO = new Sum(Expr.ZERO, false);

    Sum plus(Cost cost) {
        if (cost instanceof Cost.Unknown) {
            return atLeast ? this : new Sum(known, true);
        }
        Expr amount = cost.amount();
        return amount.isZero() ? this : new Sum(known.plus(amount).normal(), atLeast);
    }
}
