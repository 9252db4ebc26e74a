package layerbook.python;

import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.UnaryOperator;

/** Python's operators on any two values: their own methods, then those of the other. */
public final class Operators {
    private Operators() {}

    public static Object binary(BinaryOperator op, Object a, Object b) {
        Object r = binaryOrNot(op, a, b);
        if (r == Special.NOT_IMPLEMENTED) {
            throw unsupported(op.sign(), a, b, op);
        }
        return r;
    }

    /** The result or NOT_IMPLEMENTED. */
    static Object binaryOrNot(BinaryOperator op, Object a, Object b) {
        if (!(a instanceof PyObject) && !(b instanceof PyObject)) {
            return primitive(op, a, b);
        }
        if (a instanceof PyObject x) {
            boolean derived = b instanceof PyObject y && y.type() != x.type() && y.type().derives(x.type());
            Object r = derived ? ((PyObject) b).reflected(op, a) : Special.NOT_IMPLEMENTED;
            if (r == Special.NOT_IMPLEMENTED) {
                r = x.binary(op, b);
            }
            return r == Special.NOT_IMPLEMENTED && !derived && b instanceof PyObject y ? y.reflected(op, a) : r;
        }
        if (a instanceof String s && op == BinaryOperator.MOD && !(b instanceof Unread)) {
            return Formatting.percent(s, b);
        }
        return ((PyObject) b).reflected(op, a);
    }

    private static Object primitive(BinaryOperator op, Object a, Object b) {
        if (a instanceof String s) {
            return ofText(op, s, b);
        }
        Object x = Numbers.plain(a);
        Object y = Numbers.plain(b);
        if (!(x instanceof Number)) {
            return Special.NOT_IMPLEMENTED;
        }
        if (y instanceof String s) {
            return op == BinaryOperator.MUL && !(x instanceof Double) ? repeated(s, x) : Special.NOT_IMPLEMENTED;
        }
        if (!(y instanceof Number)) {
            return Special.NOT_IMPLEMENTED;
        }
        if (a instanceof Boolean p && b instanceof Boolean q) {
            switch (op) {
                case BIT_AND: return p & q;
                case BIT_OR: return p | q;
                case BIT_XOR: return p ^ q;
                default: break;
            }
        }
        return Numbers.binary(op, x, y);
    }

    private static Object ofText(BinaryOperator op, String s, Object b) {
        switch (op) {
            case ADD:
                if (!(b instanceof String t)) {
                    return Special.NOT_IMPLEMENTED;
                }
                Limits.text((long) s.length() + t.length());
                return s.concat(t);
            case MUL:
                return Numbers.isInt(b) ? repeated(s, Numbers.plain(b)) : Special.NOT_IMPLEMENTED;
            case MOD:
                return Formatting.percent(s, b);
            default:
                return Special.NOT_IMPLEMENTED;
        }
    }

    private static String repeated(String s, Object times) {
        long n = Math.max(0, Numbers.clamp(times));
        Limits.text(Math.multiplyHigh(n, s.length()) != 0 ? Long.MAX_VALUE : n * s.length());
        return s.isEmpty() ? s : s.repeat((int) n);
    }

    private static Raised unsupported(String sign, Object a, Object b, BinaryOperator op) {
        if (a instanceof String && op == BinaryOperator.ADD) {
            return Errors.type("can only concatenate str (not \"" + Types.of(b).name() + "\") to str");
        }
        if (a instanceof PySequence s && op == BinaryOperator.ADD && s.type() == s.plainType()) {
            return Errors.type("can only concatenate " + s.type().name() + " (not \"" + Types.of(b).name() + "\") to " + s.type().name());
        }
        if (op == BinaryOperator.MUL && (a instanceof String || a instanceof PySequence || b instanceof String || b instanceof PySequence)) {
            Object other = a instanceof String || a instanceof PySequence ? b : a;
            return Errors.type("can't multiply sequence by non-int of type '" + Types.of(other).name() + "'");
        }
        return Errors.type("unsupported operand type(s) for " + (op == BinaryOperator.POW ? "** or pow()" : sign) + ": '"
            + Types.of(a).name() + "' and '" + Types.of(b).name() + "'");
    }

    /** {@code a op= b}: what the target holds afterwards. */
    public static Object inPlace(BinaryOperator op, Object a, Object b) {
        Object r = a instanceof PyObject o ? o.inPlace(op, b) : Special.NOT_IMPLEMENTED;
        r = r == Special.NOT_IMPLEMENTED ? binaryOrNot(op, a, b) : r;
        if (r == Special.NOT_IMPLEMENTED) {
            throw unsupported(op.sign() + "=", a, b, op);
        }
        return r;
    }

    public static Object unary(UnaryOperator op, Object v) {
        if (op == UnaryOperator.NOT) {
            return !truth(v);
        }
        if (v instanceof PyObject o) {
            return o.unary(op);
        }
        Object n = Numbers.plain(v);
        if (n instanceof Number && !(n instanceof Double && op == UnaryOperator.INVERT)) {
            return op == UnaryOperator.NEGATIVE ? Numbers.negated(n) : op == UnaryOperator.POSITIVE ? n : Numbers.whole(Numbers.big(n).not());
        }
        throw Errors.type("bad operand type for unary " + op.sign() + ": '" + Types.of(v).name() + "'");
    }

    /** {@code a op b}; a value of any kind where a method of theirs gives one. */
    public static Object compare(Comparison op, Object a, Object b) {
        switch (op) {
            case IS: return Equality.identical(a, b);
            case IS_NOT: return !Equality.identical(a, b);
            case IN: return contains(b, a);
            case NOT_IN: return !contains(b, a);
            default: break;
        }
        Object r = compareOrNot(op, a, b);
        if (r != Special.NOT_IMPLEMENTED) {
            return r;
        }
        if (op == Comparison.EQUAL || op == Comparison.NOT_EQUAL) {
            return a == b == (op == Comparison.EQUAL);
        }
        throw Errors.type("'" + op.sign() + "' not supported between instances of '" + Types.of(a).name() + "' and '" + Types.of(b).name() + "'");
    }

    static Object compareOrNot(Comparison op, Object a, Object b) {
        if (a instanceof PyObject x) {
            boolean derived = b instanceof PyObject y && y.type() != x.type() && y.type().derives(x.type());
            Object r = derived ? ((PyObject) b).compare(mirrored(op), a) : Special.NOT_IMPLEMENTED;
            r = r == Special.NOT_IMPLEMENTED ? x.compare(op, b) : r;
            return r == Special.NOT_IMPLEMENTED && b instanceof PyObject y && !derived ? y.compare(mirrored(op), a) : r;
        }
        if (b instanceof PyObject y) {
            return y.compare(mirrored(op), a);
        }
        if (a instanceof String s) {
            return b instanceof String t ? (Object) Ordering.holds(op, s.compareTo(t)) : Special.NOT_IMPLEMENTED;
        }
        Object x = Numbers.plain(a);
        Object y = Numbers.plain(b);
        if (!(x instanceof Number) || !(y instanceof Number)) {
            return Special.NOT_IMPLEMENTED;
        }
        Integer order = Numbers.order(x, y);
        return order == null ? op == Comparison.NOT_EQUAL : (Object) Ordering.holds(op, order);
    }

    private static Comparison mirrored(Comparison op) {
        switch (op) {
            case LESS: return Comparison.GREATER;
            case LESS_EQUAL: return Comparison.GREATER_EQUAL;
            case GREATER: return Comparison.LESS;
            case GREATER_EQUAL: return Comparison.LESS_EQUAL;
            default: return op;
        }
    }

    /** {@code bool(v)}. */
    public static boolean truth(Object v) {
        if (v instanceof Boolean b) {
            return b;
        }
        if (v instanceof PyObject o) {
            return o.truth();
        }
        if (v instanceof Long l) {
            return l != 0;
        }
        if (v instanceof Double d) {
            return d != 0;
        }
        return v instanceof String s ? !s.isEmpty() : v != Special.NONE;
    }

    /** {@code len(v)}. */
    public static long length(Object v) {
        if (v instanceof String s) {
            return s.codePointCount(0, s.length());
        }
        if (v instanceof PyObject o) {
            long n = o.length();
            if (n < 0) {
                throw Errors.value("__len__() should return >= 0");
            }
            return n;
        }
        throw Errors.type("object of type '" + Types.of(v).name() + "' has no len()");
    }

    /** {@code v[index]}. */
    public static Object item(Object v, Object index) {
        if (v instanceof PyObject o) {
            return o.item(index);
        }
        if (v instanceof String s) {
            return TextMethods.item(s, index);
        }
        throw Errors.type("'" + Types.of(v).name() + "' object is not subscriptable");
    }

    public static void setItem(Object v, Object index, Object value) {
        if (!(v instanceof PyObject o)) {
            throw Errors.type("'" + Types.of(v).name() + "' object does not support item assignment");
        }
        o.setItem(index, value);
    }

    public static void deleteItem(Object v, Object index) {
        if (!(v instanceof PyObject o)) {
            throw Errors.type("'" + Types.of(v).name() + "' object doesn't support item deletion");
        }
        o.deleteItem(index);
    }

    /** {@code value in container}. */
    public static boolean contains(Object container, Object value) {
        if (container instanceof PyObject o) {
            return o.contains(value);
        }
        if (container instanceof String s) {
            if (!(PyBoxed.unbox(value) instanceof String part)) {
                throw Errors.type("'in <string>' requires string as left operand, not " + Types.of(value).name());
            }
            return s.contains(part);
        }
        throw Errors.type("argument of type '" + Types.of(container).name() + "' is not iterable");
    }
}
