package layerbook.formula;

/** A sum that is added to very often: like an {@link Expr} in normal form, which it becomes when somebody asks. Immutable. */
public final class Tally {
    public static final Tally ZERO = new Tally(Poly.ZERO, Expr.ZERO);

    private final Poly poly;
    private Expr expr;

    private Tally(Poly poly, Expr expr) {
        this.poly = poly;
        this.expr = expr;
    }

    /** The tally of an expression in normal form. */
    public static Tally of(Expr normal) {
        return normal.isZero() ? ZERO : new Tally(Poly.of(normal), normal);
    }

    public Tally plus(Tally other) {
        return other == ZERO ? this : this == ZERO ? other : new Tally(poly.plus(other.poly), null);
    }

    public Tally minus(Tally other) {
        return other == ZERO ? this : new Tally(poly.plus(other.poly.times(Poly.number(java.math.BigInteger.ONE.negate()))), null);
    }

    /** What it has come to, in normal form. */
    public Expr expr() {
        if (expr == null) {
            expr = poly.expr();
        }
        return expr;
    }
}
