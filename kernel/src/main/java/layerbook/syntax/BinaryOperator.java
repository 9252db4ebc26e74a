package layerbook.syntax;

/** The operators of {@code a + b} and {@code a += b}. */
public enum BinaryOperator {
    ADD("+"), SUB("-"), MUL("*"), MATMUL("@"), DIV("/"), FLOOR_DIV("//"), MOD("%"), POW("**"),
    LEFT_SHIFT("<<"), RIGHT_SHIFT(">>"), BIT_AND("&"), BIT_OR("|"), BIT_XOR("^");

    private final String sign;

    BinaryOperator(String sign) {
        this.sign = sign;
    }

    /** As it is written: {@code //}. */
    public String sign() {
        return sign;
    }
}
