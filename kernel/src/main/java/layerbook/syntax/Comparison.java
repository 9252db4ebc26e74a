package layerbook.syntax;

/** The operators of {@code a < b}. */
public enum Comparison {
    LESS("<"), LESS_EQUAL("<="), GREATER(">"), GREATER_EQUAL(">="), EQUAL("=="), NOT_EQUAL("!="),
    IS("is"), IS_NOT("is not"), IN("in"), NOT_IN("not in");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** As it is written: {@code not in}. */
    public String sign() {
        return sign;
    }
}
