package layerbook.torch;

import java.math.BigInteger;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.python.Numbers;
import layerbook.python.PyObject;
import layerbook.python.PyType;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.python.Types;
import layerbook.shape.Refusal;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.UnaryOperator;

/** A size that is a formula, such as the batch {@code N}: it is computed with, and decides a branch only where every value decides alike. */
final class SymbolicSize extends PyObject {
    private static final PyType TYPE = new PyType("int", List.of(Types.INT));

    private final Expr value;

    private SymbolicSize(Expr value) {
        this.value = value;
    }

    /** A size as Python sees it: an int where it is known. */
    static Object of(Expr size) {
        Expr e = size.normal();
        return e instanceof Expr.Num n ? Numbers.whole(n.value()) : new SymbolicSize(e);
    }

    /** The formula of an int or a symbolic size; null for any other value. */
    static Expr expr(Object value) {
        if (value instanceof SymbolicSize s) {
            return s.value;
        }
        Object whole = value instanceof Boolean ? null : Numbers.indexOrNull(value);
        return whole instanceof Long l ? Expr.of(l) : whole instanceof BigInteger b ? Expr.of(b) : null;
    }

    @Override public PyType type() {
        return TYPE;
    }

    @Override public boolean guarded() {
        return true;
    }

    @Override public Object binary(BinaryOperator op, Object right) {
        Expr other = expr(right);
        return other == null ? Special.NOT_IMPLEMENTED : compute(op, value, other);
    }

    @Override public Object reflected(BinaryOperator op, Object left) {
        Expr other = expr(left);
        return other == null ? Special.NOT_IMPLEMENTED : compute(op, other, value);
    }

    private static Object compute(BinaryOperator op, Expr a, Expr b) {
        switch (op) {
            case ADD: return of(a.plus(b));
            case SUB: return of(a.minus(b));
            case MUL: return of(a.times(b));
            case FLOOR_DIV: return of(a.floorOver(b));
            case MOD: return of(a.minus(a.floorOver(b).times(b)));
            default: throw refused(op.sign() + " on a size that is a letter, " + a.text() + " and " + b.text());
        }
    }

    @Override public Object unary(UnaryOperator op) {
        return op == UnaryOperator.NEGATIVE ? of(Expr.ZERO.minus(value)) : op == UnaryOperator.POSITIVE ? this : super.unary(op);
    }

    @Override public Object compare(Comparison op, Object right) {
        Expr other = expr(right);
        if (other == null) {
            return Special.NOT_IMPLEMENTED;
        }
        Expr difference = value.minus(other).normal();
        if (!(difference instanceof Expr.Num n)) {
            throw refused("a comparison of " + value.text() + " with " + other.text());
        }
        int sign = n.value().signum();
        return switch (op) {
            case LESS -> sign < 0;
            case LESS_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_EQUAL -> sign >= 0;
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            default -> Special.NOT_IMPLEMENTED;
        };
    }

    private static Refused refused(String what) {
        return new Refused(Refusal.of("runtime", what + " has no answer for every size").why("it hangs on a size that is not known")
            .detail("try", "give all sizes: --shape 1,3,224,224"));
    }

    @Override public String repr() {
        return value.text();
    }

    @Override public long hash() {
        return value.hashCode();
    }
}
