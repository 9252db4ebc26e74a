package layerbook.python;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The methods of int and float. */
final class NumberMethods {
    static final String INT = "bit_length bit_count conjugate as_integer_ratio __index__ __invert__ __and__ __or__ __xor__ __lshift__ __rshift__ __new__ " + Dunders.NUMBER;
    static final String FLOAT = "is_integer conjugate as_integer_ratio hex fromhex __new__ " + Dunders.NUMBER;

    private NumberMethods() {}

    static Object call(String name, Object self, Arguments a) {
        if (name.equals("__new__")) {
            return Instantiation.boxed((PyType) self, a);
        }
        Object n = Numbers.plain(self);
        if (!(n instanceof Number)) {
            throw Errors.type("descriptor '" + name + "' doesn't apply to a '" + Types.of(self).name() + "' object");
        }
        switch (name) {
            case "bit_length": return (long) Numbers.big(n).abs().bitLength();
            case "bit_count": return (long) Numbers.big(n).abs().bitCount();
            case "conjugate": case "__index__": return n;
            case "is_integer": return n instanceof Double d && d == Math.rint(d) && !Double.isInfinite(d);
            case "as_integer_ratio": return ratio(n);
            default: return Dunders.call(name, self instanceof PyBoxed ? self : n, a);
        }
    }

    private static PyTuple ratio(Object n) {
        if (!(n instanceof Double d)) {
            return PyTuple.of(n, 1L);
        }
        Numbers.truncated(d);
        BigDecimal exact = new BigDecimal(d);
        BigInteger top = exact.scale() > 0 ? exact.unscaledValue() : exact.toBigInteger();
        BigInteger bottom = exact.scale() > 0 ? BigInteger.TEN.pow(exact.scale()) : BigInteger.ONE;
        BigInteger common = top.gcd(bottom);
        return PyTuple.of(Numbers.whole(top.divide(common)), Numbers.whole(bottom.divide(common)));
    }
}
