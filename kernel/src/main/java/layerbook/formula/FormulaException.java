package layerbook.formula;

import java.util.List;

/** A formula has no value of the kind that is asked for: letters are open, or a quotient leaves a remainder. */
public final class FormulaException extends ArithmeticException {
    private static final long serialVersionUID = 1;
    private final transient List<Expr.Sym> open;

    FormulaException(String message, List<Expr.Sym> open) {
        super(message);
        this.open = open;
    }

    FormulaException(String message) {
        this(message, List.of());
    }

    /** The letters that need a number first; empty if numbers do not help. */
    public List<Expr.Sym> open() {
        return open == null ? List.of() : open;
    }
}
