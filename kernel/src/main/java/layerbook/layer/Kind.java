package layerbook.layer;

/** A kind of elementary operation. What one costs is for a convention to say; {@link #operations()} is how many arithmetic operations it is. */
public enum Kind {
    /** One multiplication whose product is added to a running sum: the inner step of convolutions and matrix products. */
    MULTIPLY_ADD(2),
    /** A bias added to a finished sum. */
    BIAS_ADD(1),
    ADD(1), MULTIPLY(1), DIVIDE(1), COMPARE(1),
    EXPONENTIAL(1), LOGARITHM(1), SQUARE_ROOT(1), POWER(1), TANGENT_H(1), ERROR_FUNCTION(1), TRIGONOMETRIC(1), ROUND(1), NEGATE(1), ABSOLUTE(1),
    RANDOM(1),
    /** A value fetched from a table: no arithmetic. */
    LOOKUP(0),
    /** A value moved: no arithmetic. */
    COPY(0);

    private final int operations;

    Kind(int operations) {
        this.operations = operations;
    }

    /** Arithmetic operations in one of these. */
    public int operations() {
        return operations;
    }
}
