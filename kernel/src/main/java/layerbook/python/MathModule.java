package layerbook.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;

/** {@code math}. */
final class MathModule extends PyModule {
    private static final List<String> NAMES = List.of("pi", "e", "tau", "inf", "nan", "sqrt", "ceil", "floor", "trunc", "log", "log2", "log10", "log1p", "exp", "expm1",
        "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "fabs", "fmod", "modf", "gcd", "lcm", "prod", "factorial", "comb", "perm",
        "isqrt", "isnan", "isinf", "isfinite", "isclose", "copysign", "hypot", "dist", "degrees", "radians", "fsum", "erf", "exp2", "cbrt", "frexp", "ldexp", "gamma", "lgamma");

    MathModule() {
        super("math");
    }

    @Override public Iterable<String> makes() {
        return NAMES;
    }

    @Override protected Object make(String name) {
        switch (name) {
            case "pi": return Math.PI;
            case "e": return Math.E;
            case "tau": return 2 * Math.PI;
            case "inf": return Double.POSITIVE_INFINITY;
            case "nan": return Double.NaN;
            default: return NAMES.contains(name) ? new PyBuiltin(name, a -> call(name, a)) : null;
        }
    }

    private static Object call(String name, Arguments a) {
        switch (name) {
            case "ceil": return whole(name, a.at(0), RoundingMode.CEILING);
            case "floor": return whole(name, a.at(0), RoundingMode.FLOOR);
            case "trunc": return whole(name, a.at(0), RoundingMode.DOWN);
            case "gcd": case "lcm": return divisors(name, a);
            case "factorial": case "comb": case "perm": case "isqrt": return ofInts(name, a);
            case "prod": {
                Object product = a.get(9, "start", 1L);
                for (Iterator<Object> all = Iteration.of(a.at(0)); all.hasNext();) {
                    product = Operators.binary(layerbook.syntax.BinaryOperator.MUL, product, all.next());
                }
                return product;
            }
            case "fsum": {
                var sum = BigDecimal.ZERO;
                for (Iterator<Object> all = Iteration.of(a.at(0)); all.hasNext();) {
                    sum = sum.add(new BigDecimal(Numbers.toDouble(all.next())));
                }
                return sum.doubleValue();
            }
            case "log": return a.count() > 1 ? (Object) (log(a.at(0)) / log(a.at(1))) : (Object) log(a.at(0));
            case "log2": return log2(a.at(0));
            case "log10": return Numbers.plain(a.at(0)) instanceof BigInteger ? (Object) (log(a.at(0)) / Math.log(10)) : positive(Numbers.toDouble(a.at(0)), Math::log10);
            case "isclose": return isClose(a);
            case "modf": {
                double d = Numbers.toDouble(a.at(0));
                double w = d < 0 ? Math.ceil(d) : Math.floor(d);
                return PyTuple.of(Math.copySign(Double.isInfinite(d) ? 0 : d - w, d), w);
            }
            case "frexp": {
                double d = Numbers.toDouble(a.at(0));
                int e = d == 0 ? 0 : Math.getExponent(d) + 1;
                return PyTuple.of(d / Math.pow(2, e), (long) e);
            }
            case "hypot": return Math.sqrt(a.positional().stream().mapToDouble(v -> Numbers.toDouble(v) * Numbers.toDouble(v)).sum());
            case "dist": return dist(Iteration.list(a.at(0)), Iteration.list(a.at(1)));
            case "isnan": return Double.isNaN(Numbers.toDouble(a.at(0)));
            case "isinf": return Double.isInfinite(Numbers.toDouble(a.at(0)));
            case "isfinite": return Double.isFinite(Numbers.toDouble(a.at(0)));
            default: return a.count() > 1 ? ofTwo(name, Numbers.toDouble(a.at(0)), Numbers.toDouble(a.at(1))) : ofOne(name, Numbers.toDouble(a.at(0)));
        }
    }

    private static Object whole(String name, Object v, RoundingMode mode) {
        if (v instanceof PyInstance o && o.special("__" + name + "__") != null) {
            return Calls.method(o.special("__" + name + "__"), o);
        }
        Object n = Numbers.plain(v);
        if (n instanceof Long || n instanceof BigInteger) {
            return n;
        }
        if (v instanceof PyObject o && !(v instanceof PyInstance) && Attributes.has(v, "__" + name + "__")) {
            return o.invoke("__" + name + "__", Arguments.NONE);
        }
        double d = Numbers.toDouble(v);
        Numbers.truncated(d);
        return Numbers.whole(new BigDecimal(d).setScale(0, mode).toBigInteger());
    }

    private static BigInteger big(Object v) {
        Object i = Numbers.indexOrNull(v);
        if (i == null) {
            throw Errors.type("'" + Types.of(v).name() + "' object cannot be interpreted as an integer");
        }
        return Numbers.big(i);
    }

    private static Object divisors(String name, Arguments a) {
        BigInteger r = name.equals("gcd") ? BigInteger.ZERO : BigInteger.ONE;
        for (Object v : a.positional()) {
            BigInteger n = big(v).abs();
            r = name.equals("gcd") ? r.gcd(n) : n.signum() == 0 ? n : r.signum() == 0 ? r : r.divide(r.gcd(n)).multiply(n);
        }
        return Numbers.whole(r);
    }

    private static Object ofInts(String name, Arguments a) {
        BigInteger n = big(a.at(0));
        if (n.signum() < 0) {
            throw Errors.value(name.equals("factorial") ? "factorial() not defined for negative values" : name + "() argument must be nonnegative");
        }
        if (name.equals("isqrt")) {
            return Numbers.whole(n.sqrt());
        }
        Limits.bits(n.bitLength() > 15 && !name.equals("comb") ? Long.MAX_VALUE : 1);
        long k = name.equals("factorial") ? n.longValue() : a.count() > 1 ? Numbers.toLong(a.at(1)) : n.longValue();
        if (BigInteger.valueOf(k).compareTo(n) > 0) {
            return 0L;
        }
        k = name.equals("comb") ? Math.min(k, n.subtract(BigInteger.valueOf(k)).longValue()) : k;
        BigInteger r = BigInteger.ONE;
        for (long i = 0; i < k; i++) {
            r = Limits.bits(r.multiply(n.subtract(BigInteger.valueOf(i))));
            r = name.equals("comb") ? r.divide(BigInteger.valueOf(i + 1)) : r;
        }
        return Numbers.whole(r);
    }

    private static double log(Object v) {
        if (Numbers.plain(v) instanceof BigInteger b && b.signum() > 0) {
            int shift = Math.max(0, b.bitLength() - 1000);
            return Math.log(b.shiftRight(shift).doubleValue()) + shift * Math.log(2);
        }
        return positive(Numbers.toDouble(v), Math::log);
    }

    private static double log2(Object v) {
        double d = Numbers.plain(v) instanceof BigInteger ? Double.NaN : Numbers.toDouble(v);
        if (Double.isNaN(d)) {
            return log(v) / Math.log(2);
        }
        int e = Math.getExponent(d);
        return d > 0 && d == Math.scalb(1.0, e) ? e : positive(d, x -> Math.log(x) / Math.log(2));
    }

    private static double positive(double d, java.util.function.DoubleUnaryOperator f) {
        if (d <= 0) {
            throw Errors.value("math domain error");
        }
        return f.applyAsDouble(d);
    }

    private static Object isClose(Arguments a) {
        double x = Numbers.toDouble(a.at(0));
        double y = Numbers.toDouble(a.at(1));
        double relative = Numbers.toDouble(a.get(9, "rel_tol", 1e-9));
        double absolute = Numbers.toDouble(a.get(9, "abs_tol", 0.0));
        return x == y || !Double.isInfinite(x) && !Double.isInfinite(y)
            && Math.abs(x - y) <= Math.max(relative * Math.max(Math.abs(x), Math.abs(y)), absolute);
    }

    private static Object dist(PyList p, PyList q) {
        double sum = 0;
        for (int i = 0; i < p.size(); i++) {
            double d = Numbers.toDouble(p.get(i)) - Numbers.toDouble(q.get(i));
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    private static Object ofTwo(String name, double x, double y) {
        switch (name) {
            case "pow": return Numbers.binary(layerbook.syntax.BinaryOperator.POW, x, y);
            case "atan2": return Math.atan2(x, y);
            case "fmod":
                if (y == 0) {
                    throw Errors.value("math domain error");
                }
                return x % y;
            case "copysign": return Math.copySign(x, y);
            case "ldexp": return x * Math.pow(2, y);
            default: throw Errors.type(name + "() takes exactly one argument (2 given)");
        }
    }

    private static Object ofOne(String name, double x) {
        switch (name) {
            case "sqrt":
                if (x < 0) {
                    throw Errors.value("math domain error");
                }
                return Math.sqrt(x);
            case "cbrt": return Math.cbrt(x);
            case "exp": return finite(Math.exp(x), x);
            case "exp2": return finite(Math.pow(2, x), x);
            case "expm1": return finite(Math.expm1(x), x);
            case "log1p": return positive(x + 1, y -> Math.log1p(x));
            case "sin": return Math.sin(x);
            case "cos": return Math.cos(x);
            case "tan": return Math.tan(x);
            case "asin": return domain(Math.asin(x), x);
            case "acos": return domain(Math.acos(x), x);
            case "atan": return Math.atan(x);
            case "sinh": return Math.sinh(x);
            case "cosh": return Math.cosh(x);
            case "tanh": return Math.tanh(x);
            case "fabs": return Math.abs(x);
            case "degrees": return x * (180 / Math.PI);
            case "radians": return x * (Math.PI / 180);
            default: throw Unsupported.function("math." + name + "(..)", "Java has no such function to the last digit");
        }
    }

    private static double finite(double r, double x) {
        if (Double.isInfinite(r) && !Double.isInfinite(x)) {
            throw Errors.raise("OverflowError", "math range error");
        }
        return r;
    }

    private static double domain(double r, double x) {
        if (Double.isNaN(r) && !Double.isNaN(x)) {
            throw Errors.value("math domain error");
        }
        return r;
    }
}
