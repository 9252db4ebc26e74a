package layerbook.count;

import layerbook.formula.Expr;
import layerbook.formula.Tally;

/**
 * A running count: what is known so far, and how many unknown costs are in it (then it is at least so much).
 *
 * @param tally what is known
 * @param unknowns how many costs nobody knows
 */
public record Sum(Tally tally, int unknowns) {
    public static final Sum ZERO = new Sum(Tally.ZERO, 0);

    static Sum of(Cost cost) {
        return cost instanceof Cost.Unknown ? new Sum(Tally.ZERO, 1) : cost.amount().isZero() ? ZERO : new Sum(Tally.of(cost.amount()), 0);
    }

    Sum plus(Sum other) {
        return other == ZERO ? this : new Sum(tally.plus(other.tally), unknowns + other.unknowns);
    }

    Sum minus(Sum other) {
        return other == ZERO ? this : new Sum(tally.minus(other.tally), unknowns - other.unknowns);
    }

    /** What is known of it. */
    public Expr known() {
        return tally.expr();
    }

    /** Whether something unknown is in it. */
    public boolean atLeast() {
        return unknowns > 0;
    }
}
