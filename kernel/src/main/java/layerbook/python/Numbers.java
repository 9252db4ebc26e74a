package layerbook.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import layerbook.syntax.BinaryOperator;

/** Python's numbers: an int is a Long, or a BigInteger where that is too small; a float is a Double; a bool counts as 0 or 1. */
public final class Numbers {
    private static final double EXACT = 0x1p53;

    private Numbers() {}

    public static boolean isInt(Object v) {
        return v instanceof Long || v instanceof BigInteger || v instanceof Boolean || v instanceof PyBoxed b && isInt(b.boxed());
    }

    public static boolean isNumber(Object v) {
        return v instanceof Double || isInt(v) || v instanceof PyBoxed b && b.boxed() instanceof Double;
    }

    /** A bool as an int, an object of a class that derives a number as that number; other values as they are. */
    public static Object plain(Object v) {
        return v instanceof Boolean b ? (Object) (b ? 1L : 0L) : PyBoxed.unbox(v);
    }

    /** The int as a Long where it fits. */
    public static Object whole(BigInteger n) {
        return n.bitLength() < 64 ? (Object) n.longValue() : n;
    }

    public static BigInteger big(Object whole) {
        return whole instanceof BigInteger b ? b : BigInteger.valueOf((Long) whole);
    }

    /** The value as an int where it is one or has {@code __index__}, or null. */
    public static Object indexOrNull(Object v) {
        if (v instanceof Long || v instanceof BigInteger) {
            return v;
        }
        return v instanceof Boolean ? plain(v) : v instanceof PyObject o ? o.index() : null;
    }

    /** An int that fits a long; raises TypeError or OverflowError. */
    public static long toLong(Object v) {
        Object i = indexOrNull(v);
        if (i == null) {
            throw Errors.type("'" + Types.of(v).name() + "' object cannot be interpreted as an integer");
        }
        if (!(i instanceof Long l)) {
            throw Errors.raise("OverflowError", "Python int too large to convert to C ssize_t");
        }
        return l;
    }

    /** An int cut to the range of a long. */
    static long clamp(Object whole) {
        return whole instanceof Long l ? l : ((BigInteger) whole).signum() < 0 ? Long.MIN_VALUE / 2 : Long.MAX_VALUE / 2;
    }

    /** The number as a float; raises TypeError. */
    public static double toDouble(Object v) {
        Object p = plain(v);
        if (p instanceof Double d) {
            return d;
        }
        if (p instanceof Long l) {
            return l;
        }
        if (p instanceof BigInteger b) {
            double d = b.doubleValue();
            if (Double.isInfinite(d)) {
                throw Errors.raise("OverflowError", "int too large to convert to float");
            }
            return d;
        }
        if (v instanceof PyInstance o) {
            Object m = o.special("__float__");
            if (m != null) {
                return toDouble(Calls.method(m, o));
            }
            Object i = o.index();
            if (i != null) {
                return toDouble(i);
            }
        }
        throw Errors.type("must be real number, not " + Types.of(v).name());
    }

    /** {@code a op b} for two plain numbers, or NOT_IMPLEMENTED. */
    static Object binary(BinaryOperator op, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return ofLongs(op, x, y);
        }
        if (a instanceof Double || b instanceof Double) {
            return ofDoubles(op, toDouble(a), toDouble(b));
        }
        return ofBigs(op, big(a), big(b));
    }

    private static Object ofLongs(BinaryOperator op, long x, long y) {
        switch (op) {
            case ADD: {
                long r = x + y;
                return ((x ^ r) & (y ^ r)) < 0 ? ofBigs(op, BigInteger.valueOf(x), BigInteger.valueOf(y)) : (Object) r;
            }
            case SUB: {
                long r = x - y;
                return ((x ^ y) & (x ^ r)) < 0 ? ofBigs(op, BigInteger.valueOf(x), BigInteger.valueOf(y)) : (Object) r;
            }
            case MUL: {
                long high = Math.multiplyHigh(x, y);
                long low = x * y;
                return high == low >> 63 ? (Object) low : ofBigs(op, BigInteger.valueOf(x), BigInteger.valueOf(y));
            }
            case DIV:
                checkDivisor(y, "division by zero");
                return Math.abs(x) <= (1L << 53) && Math.abs(y) <= (1L << 53) ? (Object) ((double) x / y) : ofBigs(op, BigInteger.valueOf(x), BigInteger.valueOf(y));
            case FLOOR_DIV:
                checkDivisor(y, "integer division or modulo by zero");
                return y == -1 ? whole(BigInteger.valueOf(x).negate()) : (Object) Math.floorDiv(x, y);
            case MOD:
                checkDivisor(y, "integer modulo by zero");
                return Math.floorMod(x, y);
            case BIT_AND: return x & y;
            case BIT_OR: return x | y;
            case BIT_XOR: return x ^ y;
            case RIGHT_SHIFT:
                checkShift(y);
                return y > 63 ? (x < 0 ? -1L : 0L) : (Object) (x >> y);
            default:
                return ofBigs(op, BigInteger.valueOf(x), BigInteger.valueOf(y));
        }
    }

    private static void checkDivisor(long y, String message) {
        if (y == 0) {
            throw Errors.raise("ZeroDivisionError", message);
        }
    }

    private static void checkShift(long by) {
        if (by < 0) {
            throw Errors.value("negative shift count");
        }
    }

    private static Object ofBigs(BinaryOperator op, BigInteger x, BigInteger y) {
        switch (op) {
            case ADD: return whole(Limits.bits(x.add(y)));
            case SUB: return whole(Limits.bits(x.subtract(y)));
            case MUL:
                Limits.bits((long) x.bitLength() + y.bitLength() - 2);
                return whole(x.multiply(y));
            case DIV: return trueQuotient(x, y);
            case FLOOR_DIV:
                checkDivisor(y.signum(), "integer division or modulo by zero");
                return whole(floorQuotient(x, y));
            case MOD:
                checkDivisor(y.signum(), "integer modulo by zero");
                return whole(x.subtract(floorQuotient(x, y).multiply(y)));
            case POW: return power(x, y);
            case LEFT_SHIFT:
                checkShift(y.signum());
                Limits.bits(y.bitLength() > 31 ? Long.MAX_VALUE : x.signum() == 0 ? 0 : x.bitLength() + y.longValue());
                return whole(x.shiftLeft(y.intValue()));
            case RIGHT_SHIFT:
                checkShift(y.signum());
                return y.bitLength() > 31 ? (Object) (x.signum() < 0 ? -1L : 0L) : whole(x.shiftRight(y.intValue()));
            case BIT_AND: return whole(x.and(y));
            case BIT_OR: return whole(x.or(y));
            case BIT_XOR: return whole(x.xor(y));
            default: return Special.NOT_IMPLEMENTED;
        }
    }

    static BigInteger floorQuotient(BigInteger x, BigInteger y) {
        BigInteger[] qr = x.divideAndRemainder(y);
        return qr[1].signum() != 0 && qr[1].signum() != y.signum() ? qr[0].subtract(BigInteger.ONE) : qr[0];
    }

    private static Object trueQuotient(BigInteger x, BigInteger y) {
        checkDivisor(y.signum(), "division by zero");
        double d = new BigDecimal(x).divide(new BigDecimal(y), new MathContext(60)).doubleValue();
        if (Double.isInfinite(d)) {
            throw Errors.raise("OverflowError", "integer division result too large for a float");
        }
        return d;
    }

    private static Object power(BigInteger x, BigInteger y) {
        if (y.signum() < 0) {
            return ofDoubles(BinaryOperator.POW, toDouble(x), toDouble(y));
        }
        if (x.bitLength() <= 1 && x.abs().compareTo(BigInteger.ONE) <= 0) {
            return y.signum() == 0 ? 1L : x.signum() >= 0 ? (Object) x.longValue() : (Object) (y.testBit(0) ? -1L : 1L);
        }
        Limits.bits(y.bitLength() > 31 ? Long.MAX_VALUE : (x.bitLength() - 1L) * y.longValue());
        return whole(x.pow(y.intValueExact()));
    }

    private static Object ofDoubles(BinaryOperator op, double x, double y) {
        switch (op) {
            case ADD: return x + y;
            case SUB: return x - y;
            case MUL: return x * y;
            case DIV:
                checkDivisor(y == 0 ? 0 : 1, "float division by zero");
                return x / y;
            case FLOOR_DIV:
                checkDivisor(y == 0 ? 0 : 1, "float floor division by zero");
                return floorQuotient(x, y);
            case MOD:
                checkDivisor(y == 0 ? 0 : 1, "float modulo");
                return modulo(x, y);
            case POW: return power(x, y);
            default: return Special.NOT_IMPLEMENTED;
        }
    }

    private static double modulo(double x, double y) {
        double m = x % y;
        return m == 0 ? Math.copySign(0.0, y) : m < 0 != y < 0 ? m + y : m;
    }

    /** As CPython computes it: the remainder first, so that {@code 1 // 0.1} is 9. */
    private static double floorQuotient(double x, double y) {
        double m = x % y;
        double q = (x - m) / y;
        if (m != 0 && m < 0 != y < 0) {
            q -= 1;
        }
        if (q == 0) {
            return Math.copySign(0.0, x / y);
        }
        double f = Math.floor(q);
        return q - f > 0.5 ? f + 1 : f;
    }

    private static double power(double x, double y) {
        if (x == 0 && y < 0) {
            throw Errors.raise("ZeroDivisionError", "0.0 cannot be raised to a negative power");
        }
        if (x == 1) {
            return 1;
        }
        if (x < 0 && y != Math.rint(y) && !Double.isInfinite(x) && !Double.isInfinite(y) && !Double.isNaN(y)) {
            throw new Refused(layerbook.shape.Refusal.of("runtime", "complex numbers are not computed").why("a negative number has no real power of that kind"));
        }
        double r = x == -1 && Double.isInfinite(y) ? 1 : Math.pow(x, y);
        if (Double.isInfinite(r) && !Double.isInfinite(x) && !Double.isInfinite(y)) {
            throw Errors.raise("OverflowError", "(34, 'Numerical result out of range')");
        }
        return r;
    }

    /** -1, 0 or 1, exactly, or null where one is not a number (nan). */
    static Integer order(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Double || b instanceof Double) {
            double x = a instanceof Double d ? d : 0;
            double y = b instanceof Double d ? d : 0;
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return null;
            }
            if (Double.isInfinite(x) || Double.isInfinite(y) || a instanceof Double && b instanceof Double) {
                return x == y ? 0 : x < y ? -1 : 1;
            }
            return decimal(a).compareTo(decimal(b));
        }
        return big(a).compareTo(big(b));
    }

    private static BigDecimal decimal(Object v) {
        return v instanceof Double d ? new BigDecimal(d) : new BigDecimal(big(v));
    }

    /** {@code hash(number)}, the same for equal numbers of all kinds. */
    static long hash(Object v) {
        if (v instanceof Double d) {
            if (d != Math.rint(d) || Double.isInfinite(d)) {
                return Double.hashCode(d);
            }
            return hash(Math.abs(d) < EXACT ? (Object) (long) (double) d : new BigDecimal(d).toBigInteger());
        }
        BigInteger n = big(v);
        BigInteger m = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
        long h = n.abs().mod(m).longValue() * n.signum();
        return h == -1 ? -2 : h;
    }

    static Object negated(Object v) {
        return v instanceof Double d ? (Object) (-d) : v instanceof Long l && l != Long.MIN_VALUE ? (Object) (-l) : whole(big(v).negate());
    }

    /** {@code int(float)}: cut towards zero. */
    static Object truncated(double d) {
        if (Double.isNaN(d)) {
            throw Errors.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(d)) {
            throw Errors.raise("OverflowError", "cannot convert float infinity to integer");
        }
        return Math.abs(d) < 0x1p62 ? (Object) (long) d : whole(new BigDecimal(d).toBigInteger());
    }
}
