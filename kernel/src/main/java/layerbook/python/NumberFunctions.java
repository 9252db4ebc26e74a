package layerbook.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** {@code int(..)}, {@code float(..)}, {@code round}, {@code abs}, {@code pow}, {@code divmod}. */
final class NumberFunctions {
    private NumberFunctions() {}

    static Object absolute(Object v) {
        if (v instanceof PyInstance o && o.special("__abs__") != null) {
            return Calls.method(o.special("__abs__"), o);
        }
        Object n = Numbers.plain(v);
        if (n instanceof Double d) {
            return Math.abs(d);
        }
        if (n instanceof Long || n instanceof BigInteger) {
            return Numbers.big(n).signum() < 0 ? Numbers.negated(n) : n;
        }
        if (v instanceof PyObject o) {
            return o.invoke("__abs__", Arguments.NONE);
        }
        throw Errors.type("bad operand type for abs(): '" + Types.of(v).name() + "'");
    }

    /** {@code int(v)}. */
    static Object toInt(Object v) {
        if (v instanceof PyInstance o && o.special("__int__") != null) {
            return Calls.method(o.special("__int__"), o);
        }
        Object n = Numbers.plain(v);
        if (n instanceof Long || n instanceof BigInteger) {
            return n;
        }
        if (n instanceof Double d) {
            return Numbers.truncated(d);
        }
        if (n instanceof String s) {
            return parse(s, 10);
        }
        Object i = Numbers.indexOrNull(v);
        if (i != null) {
            return i;
        }
        if (v instanceof PyObject o && Attributes.has(o, "__int__")) {
            return o.invoke("__int__", Arguments.NONE);
        }
        throw Errors.type("int() argument must be a string, a bytes-like object or a real number, not '" + Types.of(v).name() + "'");
    }

    static Object parse(String text, long radix) {
        String s = text.strip().replaceAll("(?<=\\w)_(?=\\w)", "");
        boolean negative = s.startsWith("-");
        String digits = negative || s.startsWith("+") ? s.substring(1) : s;
        long base = radix;
        String prefix = digits.length() > 2 ? digits.substring(0, 2).toLowerCase(java.util.Locale.ROOT) : "";
        long said = prefix.equals("0x") ? 16 : prefix.equals("0b") ? 2 : prefix.equals("0o") ? 8 : 0;
        if (said != 0 && (base == 0 || base == said)) {
            base = said;
            digits = digits.substring(2);
        }
        base = base == 0 ? 10 : base;
        Limits.text(digits.length() * 40L);
        try {
            if (digits.isEmpty() || digits.startsWith("-") || digits.startsWith("+")) {
                throw new NumberFormatException();
            }
            BigInteger n = new BigInteger(digits, (int) base);
            return Numbers.whole(negative ? n.negate() : n);
        } catch (NumberFormatException e) {
            throw Errors.value("invalid literal for int() with base " + radix + ": " + Texts.repr(text));
        }
    }

    /** {@code float(v)}. */
    static Object toFloat(Object v) {
        if (!(PyBoxed.unbox(v) instanceof String s)) {
            if (v instanceof PyObject o && !(v instanceof PyInstance) && Attributes.has(o, "__float__")) {
                return o.invoke("__float__", Arguments.NONE);
            }
            if (!Numbers.isNumber(v) && !(v instanceof PyObject)) {
                throw Errors.type("float() argument must be a string or a real number, not '" + Types.of(v).name() + "'");
            }
            return Numbers.toDouble(v);
        }
        String t = s.strip().replace("_", "").toLowerCase(java.util.Locale.ROOT);
        String bare = t.startsWith("+") || t.startsWith("-") ? t.substring(1) : t;
        switch (bare) {
            case "inf": case "infinity": return t.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case "nan": return Double.NaN;
            default:
                if (!bare.matches("(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?")) {
                    throw Errors.value("could not convert string to float: " + Texts.repr(s));
                }
                return Double.parseDouble(t);
        }
    }

    /** {@code round(v, digits)}: halves go to the even neighbour. */
    static Object round(Object v, Object digits) {
        if (v instanceof PyInstance o && o.special("__round__") != null) {
            return digits == Special.NONE ? Calls.method(o.special("__round__"), o) : Calls.method(o.special("__round__"), o, digits);
        }
        Object n = Numbers.plain(v);
        if (n instanceof Double d) {
            if (digits == Special.NONE) {
                Numbers.truncated(d);
                return Numbers.whole(new BigDecimal(d).setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
            }
            long p = Numbers.toLong(digits);
            if (Double.isNaN(d) || Double.isInfinite(d) || p > 330) {
                return d;
            }
            double r = p < -330 ? 0 : new BigDecimal(d).setScale((int) p, RoundingMode.HALF_EVEN).doubleValue();
            return r == 0 ? Math.copySign(0.0, d) : r;
        }
        if (n instanceof Long || n instanceof BigInteger) {
            long p = digits == Special.NONE ? 0 : Numbers.toLong(digits);
            return p >= 0 ? n : Numbers.whole(new BigDecimal(Numbers.big(n)).setScale((int) Math.max(p, -Limits.BITS), RoundingMode.HALF_EVEN).toBigInteger());
        }
        if (v instanceof PyObject o && Attributes.has(o, "__round__")) {
            return o.invoke("__round__", digits == Special.NONE ? Arguments.NONE : Arguments.of(digits));
        }
        throw Errors.type("type " + Types.of(v).name() + " doesn't define __round__ method");
    }

    static Object power(Object base, Object exponent, Object modulus) {
        if (modulus == Special.NONE) {
            return Operators.binary(layerbook.syntax.BinaryOperator.POW, base, exponent);
        }
        BigInteger m = Numbers.big(Numbers.plain(modulus));
        if (m.signum() == 0) {
            throw Errors.value("pow() 3rd argument cannot be 0");
        }
        BigInteger r = Numbers.big(Numbers.plain(base)).modPow(Numbers.big(Numbers.plain(exponent)), m.abs());
        return Numbers.whole(m.signum() < 0 && r.signum() != 0 ? r.add(m) : r);
    }

    static PyTuple divmod(Object a, Object b) {
        if (Numbers.isNumber(a) && Numbers.isNumber(b) && Numbers.toDouble(b) == 0 && (Numbers.plain(a) instanceof Double || Numbers.plain(b) instanceof Double)) {
            throw Errors.raise("ZeroDivisionError", "float divmod()");
        }
        return PyTuple.of(Operators.binary(layerbook.syntax.BinaryOperator.FLOOR_DIV, a, b), Operators.binary(layerbook.syntax.BinaryOperator.MOD, a, b));
    }
}
