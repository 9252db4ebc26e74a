package layerbook.operations;

import static layerbook.operations.Numeric.ANY;
import static layerbook.operations.Numeric.BITS;
import static layerbook.operations.Numeric.COUNTED;
import static layerbook.operations.Numeric.FRACTION;
import static layerbook.operations.Numeric.FRACTIONS;
import static layerbook.operations.Numeric.NOT_COMPLEX;
import static layerbook.operations.Numeric.NUMBERS;
import static layerbook.operations.Numeric.REAL;
import static layerbook.operations.Numeric.REALS;
import static layerbook.operations.Numeric.REAL_FRACTION;
import static layerbook.operations.Numeric.SAME;
import static layerbook.operations.Numeric.TRUTH;
import static layerbook.operations.Operator.Place.FUNCTIONAL;
import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;
import static layerbook.operations.Operator.Place.TORCH_IN_PLACE;

import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.DType.Family;
import layerbook.shape.TensorType;

/** Operations on the numbers of one tensor, one by one. */
final class Unary {
    static final List<Operator> OPERATORS = List.of(
        unary("neg", Kind.NEGATE, SAME, NUMBERS, "Minus each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).alias("negative"),
        unary("positive", Kind.COPY, SAME, NUMBERS, "Each number as it is.").in(METHOD, TORCH).keepsNothing(),
        unary("abs", Kind.ABSOLUTE, REAL, NUMBERS, "The size of each number, without its sign.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).alias("absolute"),
        unary("sign", Kind.COMPARE, SAME, NOT_COMPLEX, "-1, 0 or 1 for each number.").in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        unary("sgn", Kind.COMPARE, SAME, ANY, "Each number divided by its size.").in(METHOD, TORCH, IN_PLACE),
        unary("square", Kind.MULTIPLY, COUNTED, ANY, "Each number times itself.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("sqrt", Kind.SQUARE_ROOT, FRACTION, ANY, "The square root of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keeps(k -> k.output(0)),
        unary("rsqrt", Kind.SQUARE_ROOT, FRACTION, ANY, "1 / the square root of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keeps(k -> k.output(0)),
        unary("reciprocal", Kind.DIVIDE, FRACTION, ANY, "1 / each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keeps(k -> k.output(0)),
        unary("exp", Kind.EXPONENTIAL, FRACTION, ANY, "e to the power of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keeps(k -> k.output(0)),
        unary("exp2", Kind.EXPONENTIAL, FRACTION, NOT_COMPLEX, "2 to the power of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keeps(k -> k.output(0)),
        unary("expm1", Kind.EXPONENTIAL, FRACTION, NOT_COMPLEX, "e to the power of each number, minus 1.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keeps(k -> k.output(0)),
        unary("log", Kind.LOGARITHM, FRACTION, ANY, "The natural logarithm of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("log2", Kind.LOGARITHM, FRACTION, ANY, "The logarithm to base 2 of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("log10", Kind.LOGARITHM, FRACTION, ANY, "The logarithm to base 10 of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("log1p", Kind.LOGARITHM, FRACTION, NOT_COMPLEX, "The natural logarithm of 1 + each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("sin", Kind.TRIGONOMETRIC, FRACTION, ANY, "The sine of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("cos", Kind.TRIGONOMETRIC, FRACTION, ANY, "The cosine of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("tan", Kind.TRIGONOMETRIC, FRACTION, ANY, "The tangent of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keeps(k -> k.output(0)),
        unary("asin", Kind.TRIGONOMETRIC, FRACTION, ANY, "The angle whose sine each number is.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).alias("arcsin"),
        unary("acos", Kind.TRIGONOMETRIC, FRACTION, ANY, "The angle whose cosine each number is.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).alias("arccos"),
        unary("atan", Kind.TRIGONOMETRIC, FRACTION, ANY, "The angle whose tangent each number is.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).alias("arctan"),
        unary("sinh", Kind.EXPONENTIAL, FRACTION, ANY, "The hyperbolic sine of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("cosh", Kind.EXPONENTIAL, FRACTION, ANY, "The hyperbolic cosine of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("asinh", Kind.LOGARITHM, FRACTION, ANY, "The inverse hyperbolic sine of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).alias("arcsinh"),
        unary("acosh", Kind.LOGARITHM, FRACTION, ANY, "The inverse hyperbolic cosine of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).alias("arccosh"),
        unary("atanh", Kind.LOGARITHM, FRACTION, ANY, "The inverse hyperbolic tangent of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).alias("arctanh"),
        unary("erf", Kind.ERROR_FUNCTION, FRACTION, NOT_COMPLEX, "The error function of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("erfc", Kind.ERROR_FUNCTION, FRACTION, NOT_COMPLEX, "1 - the error function of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("erfinv", Kind.ERROR_FUNCTION, FRACTION, NOT_COMPLEX, "The inverse of the error function.").in(METHOD, TORCH, IN_PLACE),
        unary("digamma", Kind.LOGARITHM, FRACTION, NOT_COMPLEX, "The derivative of the logarithm of the gamma function.").in(METHOD, TORCH, IN_PLACE),
        unary("lgamma", Kind.LOGARITHM, FRACTION, NOT_COMPLEX, "The logarithm of the gamma function.").in(METHOD, TORCH, IN_PLACE),
        unary("i0", Kind.EXPONENTIAL, FRACTION, NOT_COMPLEX, "The modified Bessel function of order 0.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("sinc", Kind.TRIGONOMETRIC, FRACTION, ANY, "sin(pi x) / (pi x) of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("deg2rad", Kind.MULTIPLY, FRACTION, NOT_COMPLEX, "Degrees as radians.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keepsNothing(),
        unary("rad2deg", Kind.MULTIPLY, FRACTION, NOT_COMPLEX, "Radians as degrees.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keepsNothing(),
        unary("angle", Kind.TRIGONOMETRIC, REAL_FRACTION, ANY, "The angle of each complex number.").in(METHOD, TORCH),
        unary("floor", Kind.ROUND, SAME, REALS, "The next whole number below.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keepsNothing(),
        unary("ceil", Kind.ROUND, SAME, REALS, "The next whole number above.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keepsNothing(),
        unary("trunc", Kind.ROUND, SAME, REALS, "Each number without its fraction.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).alias("fix").keepsNothing(),
        unary("frac", Kind.ROUND, SAME, FRACTIONS, "The fraction of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keepsNothing(),
        unary("logical_not", Kind.NEGATE, TRUTH, ANY, "Whether each number is zero.").in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        unary("bitwise_not", Kind.NEGATE, SAME, BITS, "Each bit turned over.").in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        unary("isnan", Kind.COMPARE, TRUTH, ANY, "Whether each number is not a number.").in(METHOD, TORCH).keepsNothing(),
        unary("isinf", Kind.COMPARE, TRUTH, ANY, "Whether each number is infinite.").in(METHOD, TORCH).keepsNothing(),
        unary("isfinite", Kind.COMPARE, TRUTH, ANY, "Whether each number is finite.").in(METHOD, TORCH).keepsNothing(),
        unary("isreal", Kind.COMPARE, TRUTH, ANY, "Whether each number has no imaginary part.").in(METHOD, TORCH).keepsNothing(),
        unary("isposinf", Kind.COMPARE, TRUTH, NOT_COMPLEX, "Whether each number is plus infinity.").in(METHOD, TORCH).keepsNothing(),
        unary("isneginf", Kind.COMPARE, TRUTH, NOT_COMPLEX, "Whether each number is minus infinity.").in(METHOD, TORCH).keepsNothing(),
        unary("signbit", Kind.COMPARE, TRUTH, NOT_COMPLEX, "Whether each number is negative.").in(METHOD, TORCH).keepsNothing(),
        unary("conj_physical", Kind.NEGATE, SAME, ANY, "The complex conjugate of each number.").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keepsNothing(),
        unary("round", Kind.ROUND, SAME, REALS, "The nearest whole number.", "(Tensor input, *, int decimals=0)").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE).keepsNothing(),
        unary("logit", Kind.LOGARITHM, FRACTION, NOT_COMPLEX, "The logarithm of x / (1 - x).", "(Tensor input, float? eps=None)")
            .in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("nan_to_num", Kind.COMPARE, SAME, NOT_COMPLEX, "Zeros in place of what is not a number, the largest numbers in place of infinities.",
            "(Tensor input, float? nan=0.0, float? posinf=None, float? neginf=None)").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE),
        unary("polygamma", Kind.LOGARITHM, FRACTION, NOT_COMPLEX, "The n-th derivative of the digamma function.", "(int n, Tensor input)").in(METHOD, TORCH, IN_PLACE),
        unary("mvlgamma", Kind.LOGARITHM, FRACTION, REALS, "The logarithm of the multivariate gamma function.", "(Tensor input, int p)").in(METHOD, TORCH, IN_PLACE),
        unary("normalize", Kind.MULTIPLY, SAME, Numeric.FRACTIONS_OR_COMPLEX, "Divided by its norm along an axis, 1 if none is named.",
            "(Tensor input, float p=2.0, int dim=1, float eps=1e-12)").in(FUNCTIONAL)
            .stating((r, a, in) -> r.keeps(k -> k.input(0).numbers(Expr.of(2), Axes.without(in, a.integer("dim"))))),
        Operator.of("detach", "The same numbers, no longer followed backwards.").takes("(Tensor input)").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE)
            .rule((a, in) -> Rule.of("detach").takes(Letters.ANY).anything().gives(in.type(0)).work(Kind.COPY, Letters.ANY).keepsNothing().viewOf(0).stopsGradient()),
        moved("contiguous", "A copy in row-major order, where it is not so already.").in(METHOD).stating((r, a, in) -> r.keepsNothing().viewIfContiguous(0)),
        moved("clone", "A copy.").in(METHOD, TORCH).keepsNothing(),
        Operator.of("conj", "The complex conjugate of each number.").takes("(Tensor input)").in(METHOD, TORCH).rule((a, in) -> kept("conj", in, in.type(0).dtype())),
        Operator.of("real", "The real part of each number.").takes("(Tensor input)").in(METHOD, TORCH).rule((a, in) -> kept("real", in, in.type(0).dtype().real())),
        Operator.of("imag", "The imaginary part of each number.").takes("(Tensor input)").in(METHOD, TORCH)
            .rule((a, in) -> kept("imag", in, Numeric.checked("imag", in.type(0).dtype(), Set.of(Family.COMPLEX)).real())));

    private Unary() {}

    private static Operator unary(String name, Kind kind, Numeric numeric, Set<Family> accepted, String doc) {
        return unary(name, kind, numeric, accepted, doc, "(Tensor input)");
    }

    private static Operator unary(String name, Kind kind, Numeric numeric, Set<Family> accepted, String doc, String schema) {
        return Operator.of(name, doc).takes(schema).rule((a, in) -> rule(Spelling.camel(name), kind, in, numeric.of(Numeric.checked(Spelling.camel(name), in.type(0).dtype(), accepted))));
    }

    private static Operator moved(String name, String doc) {
        return Operator.of(name, doc).takes("(Tensor input, *, any? memory_format=None)")
            .rule((a, in) -> Rule.of(name).takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), in.type(0).dtype())));
    }

    /** The same work for each number. */
    static Rule rule(String word, Kind kind, Inputs in, DType gives) {
        return Rule.of(word).takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), gives, in.type(0).strides())).work(kind, Letters.ANY);
    }

    private static Rule kept(String word, Inputs in, DType gives) {
        return Rule.of(word).takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), gives, in.type(0).strides())).keepsNothing().viewOf(0);
    }
}
