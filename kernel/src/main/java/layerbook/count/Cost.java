package layerbook.count;

import java.util.function.Supplier;
import layerbook.formula.Expr;

/** What a convention says of one use of a layer: so many, not counted, or unknown. Not counted and zero are different things. */
public sealed interface Cost {
    /** So many operations; zero is a number too. */
    record Counted(Expr amount) implements Cost {}

    /** The convention leaves such work out. */
    record Uncounted() implements Cost {}

    /** Nobody can say; the reason is for the user. */
    record Unknown(String why) implements Cost {}

    Cost UNCOUNTED = new Uncounted();
    Cost ZERO = new Counted(Expr.ZERO);

    static Cost of(Expr amount) {
        return new Counted(amount.normal());
    }

    /** What a convention says; unknown where its own arithmetic fails, as a tool's does that divides by a size of zero. */
    static Cost guarded(String convention, Supplier<Cost> says) {
        try {
            return says.get();
        } catch (ArithmeticException | IndexOutOfBoundsException e) {
            return new Unknown(convention + " fails on these sizes: " + e.getMessage());
        }
    }

    /** The number or formula; zero where it is not counted, null where it is unknown. */
    default Expr amount() {
        return this instanceof Counted c ? c.amount() : this instanceof Uncounted ? Expr.ZERO : null;
    }

    /** Both together: what is counted adds up, unknown spreads, not counted stays only if both are. */
    default Cost plus(Cost other) {
        if (this instanceof Unknown) {
            return this;
        } else if (other instanceof Unknown || this instanceof Uncounted) {
            return other;
        } else if (other instanceof Uncounted) {
            return this;
        }
        return of(amount().plus(other.amount()));
    }
}
