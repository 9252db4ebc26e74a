package layerbook.count;

import layerbook.formula.Expr;
import layerbook.formula.Tally;

/**
 * Parameters of a network or of a part of it; each set of weights counts once.
 *
 * @param learned all learned numbers
 * @param trained those that are not frozen
 * @param kept numbers that are kept but not learned
 * @param unknown whether something in it is unknown, so that the sums are at least so many
 */
public record Totals(Tally learned, Tally trained, Tally kept, boolean unknown) {
    public static final Totals NONE = new Totals(Tally.ZERO, Tally.ZERO, Tally.ZERO, false);

    static Totals of(Expr params, Expr trainable, Expr buffers, boolean unknown) {
        return new Totals(Tally.of(params.normal()), Tally.of(trainable.normal()), Tally.of(buffers.normal()), unknown);
    }

    /** The sum of both. */
    public Totals plus(Totals other) {
        return other == NONE ? this : this == NONE ? other
            : new Totals(learned.plus(other.learned), trained.plus(other.trained), kept.plus(other.kept), unknown || other.unknown);
    }

    Totals minus(Totals other) {
        return other == NONE ? this : new Totals(learned.minus(other.learned), trained.minus(other.trained), kept.minus(other.kept), unknown);
    }

    /** All learned numbers. */
    public Expr params() {
        return learned.expr();
    }

    /** Those that are not frozen. */
    public Expr trainable() {
        return trained.expr();
    }

    /** Numbers that are kept but not learned. */
    public Expr buffers() {
        return kept.expr();
    }
}
