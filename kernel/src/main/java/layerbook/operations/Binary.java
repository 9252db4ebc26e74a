package layerbook.operations;

import static layerbook.operations.Numeric.ANY;
import static layerbook.operations.Numeric.BITS;
import static layerbook.operations.Numeric.FRACTION;
import static layerbook.operations.Numeric.FRACTIONS;
import static layerbook.operations.Numeric.NOT_COMPLEX;
import static layerbook.operations.Numeric.NUMBERS;
import static layerbook.operations.Numeric.REALS;
import static layerbook.operations.Numeric.SAME;
import static layerbook.operations.Numeric.TRUTH;
import static layerbook.operations.Numeric.WHOLES;
import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Keeps;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.DType.Family;
import layerbook.shape.Promotion;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Operations on the numbers of two tensors (or of a tensor and a number), one by one, sizes broadcast. */
final class Binary {
    private static final String WITH_NUMBER = "(Tensor input, Tensor|Scalar other)";
    private static final String TENSORS = "(Tensor input, Tensor other)";
    private static final String SCALED = "(Tensor input, Tensor|Scalar other, *, Scalar alpha=1)";
    private static final String ROUNDED = "(Tensor input, Tensor|Scalar other, *, str? rounding_mode=None)";
    private static final String EITHER_NUMBER = "(Tensor|Scalar input, Tensor|Scalar other)";

    static final List<Operator> OPERATORS = List.of(
        binary("add", Kind.ADD, SAME, ANY, "this + other, broadcast; the other is a tensor or a number.", SCALED).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("sub", Kind.ADD, SAME, ANY, "this - other, broadcast; the other is a tensor or a number.", SCALED).in(METHOD, TORCH, IN_PLACE).alias("subtract").keepsNothing(),
        binary("rsub", Kind.ADD, SAME, ANY, "other - this, broadcast; the other is a tensor or a number.", SCALED).in(TORCH).keepsNothing(),
        binary("mul", Kind.MULTIPLY, SAME, ANY, "this * other, broadcast; the other is a tensor or a number.", WITH_NUMBER).in(METHOD, TORCH, IN_PLACE).alias("multiply").keeps(Binary::factors),
        binary("div", Kind.DIVIDE, FRACTION, ANY, "this / other, broadcast; the other is a tensor or a number.", ROUNDED).in(METHOD, TORCH, IN_PLACE)
            .alias("divide", "true_divide").stating((r, a, in) -> r.keeps(k -> k.when(in.count() > 1, t -> t.input(0).ifGradient(1).input(1)))),
        binary("remainder", Kind.DIVIDE, SAME, REALS, "What a division leaves, broadcast; the other is a tensor or a number.", EITHER_NUMBER).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("fmod", Kind.DIVIDE, SAME, REALS, "What a division rounded towards zero leaves, broadcast.", WITH_NUMBER).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("floor_divide", Kind.DIVIDE, SAME, REALS, "this / other rounded down, broadcast; the other is a tensor or a number.", WITH_NUMBER)
            .in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("atan2", Kind.TRIGONOMETRIC, FRACTION, NOT_COMPLEX, "The angle of the point (other, this), broadcast.", TENSORS).in(METHOD, TORCH, IN_PLACE).alias("arctan2").keeps(k -> k.input(0).input(1)),
        binary("maximum", Kind.COMPARE, SAME, NOT_COMPLEX, "The larger of both, broadcast.", TENSORS).in(METHOD, TORCH).keeps(k -> k.input(0).input(1)),
        binary("minimum", Kind.COMPARE, SAME, NOT_COMPLEX, "The smaller of both, broadcast.", TENSORS).in(METHOD, TORCH).keeps(k -> k.input(0).input(1)),
        binary("fmax", Kind.COMPARE, SAME, NOT_COMPLEX, "The larger of both, a number before what is none, broadcast.", TENSORS).in(METHOD, TORCH),
        binary("fmin", Kind.COMPARE, SAME, NOT_COMPLEX, "The smaller of both, a number before what is none, broadcast.", TENSORS).in(METHOD, TORCH),
        binary("eq", Kind.COMPARE, TRUTH, ANY, "Whether both are equal, broadcast.", WITH_NUMBER).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("ne", Kind.COMPARE, TRUTH, ANY, "Whether both differ, broadcast.", WITH_NUMBER).in(METHOD, TORCH, IN_PLACE).alias("not_equal").keepsNothing(),
        binary("gt", Kind.COMPARE, TRUTH, NOT_COMPLEX, "Whether this is larger, broadcast.", WITH_NUMBER).in(METHOD, TORCH, IN_PLACE).alias("greater").keepsNothing(),
        binary("ge", Kind.COMPARE, TRUTH, NOT_COMPLEX, "Whether this is larger or equal, broadcast.", WITH_NUMBER).in(METHOD, TORCH, IN_PLACE).alias("greater_equal").keepsNothing(),
        binary("lt", Kind.COMPARE, TRUTH, NOT_COMPLEX, "Whether this is smaller, broadcast.", WITH_NUMBER).in(METHOD, TORCH, IN_PLACE).alias("less").keepsNothing(),
        binary("le", Kind.COMPARE, TRUTH, NOT_COMPLEX, "Whether this is smaller or equal, broadcast.", WITH_NUMBER).in(METHOD, TORCH, IN_PLACE).alias("less_equal").keepsNothing(),
        binary("logical_and", Kind.COMPARE, TRUTH, ANY, "Whether both hold, broadcast.", TENSORS).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("logical_or", Kind.COMPARE, TRUTH, ANY, "Whether one of them holds, broadcast.", TENSORS).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("logical_xor", Kind.COMPARE, TRUTH, ANY, "Whether just one of them holds, broadcast.", TENSORS).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("bitwise_and", Kind.COMPARE, SAME, BITS, "The bits that both have, broadcast.", EITHER_NUMBER).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("bitwise_or", Kind.COMPARE, SAME, BITS, "The bits that one of them has, broadcast.", EITHER_NUMBER).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("bitwise_xor", Kind.COMPARE, SAME, BITS, "The bits that just one of them has, broadcast.", EITHER_NUMBER).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("bitwise_left_shift", Kind.MULTIPLY, SAME, WHOLES, "The bits moved to the left, broadcast.", EITHER_NUMBER).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("bitwise_right_shift", Kind.DIVIDE, SAME, WHOLES, "The bits moved to the right, broadcast.", EITHER_NUMBER).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("pow", Kind.POWER, SAME, NUMBERS, "this to the power of other, broadcast; either may be a number.", "(Tensor|Scalar input, Tensor|Scalar exponent)")
            .in(METHOD, TORCH, IN_PLACE).stating((r, a, in) -> r.keeps(k -> k.input(0).when(in.count() > 1, t -> t.input(1).output(0)))),
        binary("float_power", Kind.POWER, SAME, ANY, "this to the power of other in double precision, broadcast.", "(Tensor|Scalar input, Tensor|Scalar exponent)")
            .in(METHOD, TORCH, IN_PLACE),
        binary("hypot", Kind.SQUARE_ROOT, SAME, FRACTIONS, "The root of the sum of both squares, broadcast.", TENSORS).in(METHOD, TORCH, IN_PLACE),
        binary("nextafter", Kind.ADD, SAME, FRACTIONS, "The next number towards the other, broadcast.", TENSORS).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("logaddexp", Kind.EXPONENTIAL, SAME, FRACTIONS, "The logarithm of the sum of both powers of e, broadcast.", TENSORS).in(METHOD, TORCH),
        binary("logaddexp2", Kind.EXPONENTIAL, SAME, FRACTIONS, "The logarithm to base 2 of the sum of both powers of 2, broadcast.", TENSORS).in(METHOD, TORCH),
        binary("copysign", Kind.COMPARE, FRACTION, NOT_COMPLEX, "This with the sign of the other, broadcast.", WITH_NUMBER).in(METHOD, TORCH, IN_PLACE),
        binary("xlogy", Kind.LOGARITHM, FRACTION, NOT_COMPLEX, "this * log(other), broadcast.", EITHER_NUMBER).in(METHOD, TORCH, IN_PLACE),
        binary("ldexp", Kind.MULTIPLY, FRACTION, ANY, "this * 2 to the power of other, broadcast.", TENSORS).in(METHOD, TORCH, IN_PLACE),
        binary("gcd", Kind.DIVIDE, SAME, WHOLES, "The greatest common divisor, broadcast.", TENSORS).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("lcm", Kind.DIVIDE, SAME, WHOLES, "The least common multiple, broadcast.", TENSORS).in(METHOD, TORCH, IN_PLACE).keepsNothing(),
        binary("heaviside", Kind.COMPARE, SAME, NOT_COMPLEX, "0, 1 or the other, by the sign of this, broadcast.", "(Tensor input, Tensor values)").in(METHOD, TORCH, IN_PLACE),
        binary("isclose", Kind.COMPARE, TRUTH, ANY, "Whether both are nearly equal, broadcast.",
            "(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)").in(METHOD, TORCH).keepsNothing(),
        Operator.of("dist", "The norm of the difference of both.").takes("(Tensor input, Tensor other, Scalar p=2)").in(METHOD, TORCH).rule(Binary::distance),
        Operator.of("polar", "Complex numbers of these sizes and angles.").takes("(Tensor abs, Tensor angle)").in(TORCH).rule((a, in) -> parts("polar", in)),
        Operator.of("complex", "Complex numbers of these real and imaginary parts.").takes("(Tensor real, Tensor imag)").in(TORCH).rule((a, in) -> parts("complex", in)));

    /** Both operands must be of one kind. */
    private static final Set<String> EQUAL = Set.of("heaviside", "isclose");

    private Binary() {}

    private static Operator binary(String name, Kind kind, Numeric numeric, Set<Family> accepted, String doc, String schema) {
        return Operator.of(name, doc).takes(schema).rule((a, in) -> rule(name, kind, numeric, accepted, a, in));
    }

    private static Rule rule(String name, Kind kind, Numeric numeric, Set<Family> accepted, Bindings a, Inputs in) {
        String word = Spelling.camel(name);
        String second = a.schema().arguments().get(1).name();
        if (in.count() == 0) {
            throw Refusal.option(word + " needs at least one tensor");
        }
        if (EQUAL.contains(name)) {
            Numeric.equal(word, in);
        }
        DType both = Promotion.of(Numeric.operands(a, in, "input", second));
        if (name.endsWith("sub") && Numeric.operands(a, in, "input", second).stream().anyMatch(o -> o.dtype() == DType.BOOL)) {
            throw Refusal.shape(word + " takes no truth values").at("other", "bool").why("PyTorch has logical_xor and logical_not for them");
        }
        boolean rounded = a.schema().argument("rounding_mode").isPresent() && a.has("rounding_mode");
        DType out = rounded ? Numeric.checked(word, both, REALS) : numeric.of(Numeric.checked(word, both, accepted));
        if (name.equals("float_power")) {
            out = both.isComplex() ? DType.COMPLEX128 : DType.FLOAT64;
        }
        return Broadcasting.rule(word, in, out, kind);
    }

    private static void factors(Keeps keeps) {
        keeps.input(0).ifGradient(1).input(1).ifGradient(0);
    }

    private static Rule distance(Bindings a, Inputs in) {
        in.types().forEach(t -> Numeric.checked("dist", t.dtype(), NUMBERS));
        DType both = Numeric.checked("dist", Promotion.ofTensors(in.types()), Numeric.FRACTIONS_OR_COMPLEX).real();
        Shape wide = Broadcasting.shape("dist", in);
        return Broadcasting.taking("dist", in).let(Broadcasting.Y, wide.numel()).gives(new TensorType(new Shape(List.of()), both)).work(Kind.ADD, Broadcasting.Y)
            .work(Kind.MULTIPLY, Broadcasting.Y).work(Kind.ADD, Broadcasting.Y).work(Kind.SQUARE_ROOT, Expr.ONE);
    }

    private static Rule parts(String word, Inputs in) {
        DType part = Numeric.checked(word, Numeric.equal(word, in), FRACTIONS);
        if (part == DType.BFLOAT16) {
            throw Refusal.shape(word + " takes no bfloat16").at("input", "bfloat16").why("there are no complex numbers of such parts");
        }
        return Broadcasting.rule(word, in, part.complex(), word.equals("polar") ? Kind.TRIGONOMETRIC : Kind.COPY);
    }
}
