package layerbook.hardware;

import layerbook.formula.Expr;

/**
 * A model that says what its attention keeps of earlier positions, where that cannot be seen from its calls: a window of positions, a latent vector
 * instead of keys and values, or nothing. A model that does not say so keeps the keys and values that go into its attention.
 * <pre>{@code
 * class LocalAttention extends Model implements AttentionCache {
 *     public Expr window() { return Expr.of(1024); }
 *     ...
 * }
 * }</pre>
 */
public interface AttentionCache {
    /** Whether anything is kept: false for an encoder, which sees its whole input at once. */
    default boolean isKept() {
        return true;
    }

    /** How many of the last positions are kept; null for all of them. */
    default Expr window() {
        return null;
    }

    /** How many numbers are kept of one position of one sequence; null for the keys and values that go in. */
    default Expr numbersPerPosition() {
        return null;
    }
}
