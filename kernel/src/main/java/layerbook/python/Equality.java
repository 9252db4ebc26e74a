package layerbook.python;

import java.math.BigInteger;
import layerbook.syntax.Comparison;

/** {@code ==}, {@code is} and {@code hash}. */
public final class Equality {
    private Equality() {}

    /** {@code a is b or a == b}, as containers compare their elements. */
    public static boolean same(Object a, Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof String s) {
            return b instanceof String ? s.equals(b) : b instanceof PyObject && Operators.truth(Operators.compare(Comparison.EQUAL, a, b));
        }
        if (a instanceof Long l && b instanceof Long m) {
            return l.longValue() == m;
        }
        return Operators.truth(Operators.compare(Comparison.EQUAL, a, b));
    }

    /** {@code a is b}. Numbers and texts have no identity of their own here: equal ones of a type are the same. */
    public static boolean identical(Object a, Object b) {
        return a == b || !(a instanceof PyObject) && !(a instanceof Special) && a.getClass() == b.getClass() && a.equals(b);
    }

    public static long hash(Object value) {
        if (value instanceof PyObject o) {
            return o.hash();
        }
        if (value instanceof String || value instanceof Special) {
            return value.hashCode();
        }
        Object n = Numbers.plain(value);
        return n instanceof Long l && Math.abs(l) < (1L << 60) ? (l == -1 ? -2 : l) : Numbers.hash(n instanceof BigInteger || n instanceof Double ? n : n);
    }
}
