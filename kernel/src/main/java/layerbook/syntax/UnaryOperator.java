package layerbook.syntax;

/** The operators of {@code -a}. */
public enum UnaryOperator {
    NEGATIVE("-"), POSITIVE("+"), INVERT("~"), NOT("not");

    private final String sign;

    UnaryOperator(String sign) {
        this.sign = sign;
    }

    /** As it is written: {@code -}. */
    public String sign() {
        return sign;
    }
}
