package layerbook.operations;

import static layerbook.operations.Operator.Place.FUNCTIONAL;
import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;
import static layerbook.operations.Operator.Place.TORCH_IN_PLACE;

import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Keeps;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Operations on two tensors (or a tensor and a number), element by element, sizes broadcast. */
final class Elementwise {
    private static final Expr.Sym Y = Letters.letter("|y|", "numbers in the output");
    private static final Set<String> YES_OR_NO = Set.of("eq", "ne", "gt", "lt", "ge", "le", "logical_and", "logical_or");

    static final List<Operator> OPERATORS = List.of(
        unary("neg", Kind.NEGATE, "Minus each number."),
        unary("abs", Kind.ABSOLUTE, "The size of each number, without its sign."),
        unary("sign", Kind.COMPARE, "-1, 0 or 1 for each number.").keepsNothing(),
        unary("square", Kind.MULTIPLY, "Each number times itself."),
        unary("sqrt", Kind.SQUARE_ROOT, "The square root of each number.").keeps(k -> k.output(0)),
        unary("rsqrt", Kind.SQUARE_ROOT, "1 / the square root of each number.").keeps(k -> k.output(0)),
        unary("reciprocal", Kind.DIVIDE, "1 / each number.").keeps(k -> k.output(0)),
        unary("exp", Kind.EXPONENTIAL, "e to the power of each number.").keeps(k -> k.output(0)),
        unary("exp2", Kind.EXPONENTIAL, "2 to the power of each number.").keeps(k -> k.output(0)),
        unary("expm1", Kind.EXPONENTIAL, "e to the power of each number, minus 1.").keeps(k -> k.output(0)),
        unary("log", Kind.LOGARITHM, "The natural logarithm of each number."),
        unary("log2", Kind.LOGARITHM, "The logarithm to base 2 of each number."),
        unary("log10", Kind.LOGARITHM, "The logarithm to base 10 of each number."),
        unary("log1p", Kind.LOGARITHM, "The natural logarithm of 1 + each number."),
        unary("sin", Kind.TRIGONOMETRIC, "The sine of each number."),
        unary("cos", Kind.TRIGONOMETRIC, "The cosine of each number."),
        unary("tan", Kind.TRIGONOMETRIC, "The tangent of each number.").keeps(k -> k.output(0)),
        unary("asin", Kind.TRIGONOMETRIC, "The angle whose sine each number is."),
        unary("acos", Kind.TRIGONOMETRIC, "The angle whose cosine each number is."),
        unary("atan", Kind.TRIGONOMETRIC, "The angle whose tangent each number is."),
        unary("sinh", Kind.EXPONENTIAL, "The hyperbolic sine of each number."),
        unary("cosh", Kind.EXPONENTIAL, "The hyperbolic cosine of each number."),
        unary("erf", Kind.ERROR_FUNCTION, "The error function of each number."),
        unary("floor", Kind.ROUND, "The next whole number below.").keepsNothing(),
        unary("ceil", Kind.ROUND, "The next whole number above.").keepsNothing(),
        unary("trunc", Kind.ROUND, "Each number without its fraction.").keepsNothing(),
        unary("logical_not", Kind.NEGATE, "Whether each number is zero.").keepsNothing(),
        unary("round", Kind.ROUND, "The nearest whole number.", "*, int decimals=0").keepsNothing(),
        unary("logit", Kind.LOGARITHM, "The logarithm of x / (1 - x).", "float? eps=None"),
        unary("clamp", Kind.COMPARE, "Cuts off what lies below the one or above the other; null is no bound.", "Scalar|Tensor? min=None, Scalar|Tensor? max=None").alias("clip"),
        unary("clamp_min", Kind.COMPARE, "Cuts off what lies below.", "Scalar|Tensor min"),
        unary("clamp_max", Kind.COMPARE, "Cuts off what lies above.", "Scalar|Tensor max"),
        Operator.of("normalize", "Divided by its norm along an axis, 1 if none is named.").takes("(Tensor input, float p=2.0, int dim=1, float eps=1e-12)").in(FUNCTIONAL)
            .rule((a, in) -> one("normalize", Kind.MULTIPLY, in))
            .stating((r, a, in) -> r.keeps(k -> k.input(0).numbers(Expr.of(2), Axes.without(in, a.integer("dim"))))),
        Operator.of("detach", "The same numbers, no longer followed backwards.").takes("(Tensor input)").in(METHOD, TORCH, IN_PLACE).rule((a, in) -> one("detach", Kind.COPY, in)).stating((r, a, in) -> r.keepsNothing().viewOf(0).stopsGradient()),
        moved("contiguous", "A copy in row-major order, where it is not so already.").in(METHOD).stating((r, a, in) -> r.keepsNothing().viewIfContiguous(0)),
        moved("clone", "A copy.").in(METHOD, TORCH).keepsNothing(),
        Operator.of("to", "The same numbers in another type.").takes("(Tensor input, dtype dtype, bool non_blocking=False, bool copy=False)").in(METHOD)
            .rule((a, in) -> Rule.of("to").takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), a.dtype("dtype"), in.type(0).strides())))
            .stating((r, a, in) -> r.keepsNothing().when(in.type(0).dtype() == a.dtype("dtype"), v -> v.viewOf(0))),
        binary("sub", Kind.ADD, "this - other, broadcast; the other is a tensor or a number.", ", *, Scalar alpha=1").alias("subtract").keepsNothing(),
        binary("add", Kind.ADD, "this + other, broadcast; the other is a tensor or a number.", ", *, Scalar alpha=1").keepsNothing(),
        binary("mul", Kind.MULTIPLY, "this * other, broadcast; the other is a tensor or a number.", "").alias("multiply").keeps(Elementwise::factors),
        binary("div", Kind.DIVIDE, "this / other, broadcast; the other is a tensor or a number.", ", *, str? rounding_mode=None").alias("divide", "true_divide").stating((r, a, in) -> r.keeps(k -> k.when(in.count() > 1, t -> t.input(0).ifGradient(1).input(1)))),
        binary("remainder", Kind.DIVIDE, "What a division leaves, broadcast; the other is a tensor or a number.", "").keepsNothing(),
        binary("floor_divide", Kind.DIVIDE, "this / other rounded down, broadcast; the other is a tensor or a number.", "").keepsNothing(),
        binary("atan2", Kind.TRIGONOMETRIC, "The angle of the point (other, this), broadcast.", "").alias("arctan2").keeps(k -> k.input(0).input(1)),
        binary("maximum", Kind.COMPARE, "The larger of both, broadcast.", "").keeps(k -> k.input(0).input(1)),
        binary("minimum", Kind.COMPARE, "The smaller of both, broadcast.", "").keeps(k -> k.input(0).input(1)),
        binary("eq", Kind.COMPARE, "Whether both are equal, broadcast.", ""),
        binary("ne", Kind.COMPARE, "Whether both differ, broadcast.", "").alias("not_equal"),
        binary("gt", Kind.COMPARE, "Whether this is larger, broadcast.", "").alias("greater"),
        binary("ge", Kind.COMPARE, "Whether this is larger or equal, broadcast.", "").alias("greater_equal"),
        binary("lt", Kind.COMPARE, "Whether this is smaller, broadcast.", "").alias("less"),
        binary("le", Kind.COMPARE, "Whether this is smaller or equal, broadcast.", "").alias("less_equal"),
        binary("logical_and", Kind.COMPARE, "Whether both hold, broadcast.", ""),
        binary("logical_or", Kind.COMPARE, "Whether one of them holds, broadcast.", ""),
        Operator.of("pow", "this to the power of other, broadcast; the other is a tensor or a number.").takes("(Tensor input, Tensor|Scalar exponent)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> two("pow", Kind.POWER, in))
            .stating((r, a, in) -> r.keeps(k -> k.input(0).when(in.count() > 1, t -> t.input(1).output(0)))),
        Operator.of("lerp", "this + weight * (end - this), broadcast.").takes("(Tensor input, Tensor end, Tensor|Scalar weight)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> several("lerp", Kind.MULTIPLY, in))
            .stating((r, a, in) -> r.keeps(k -> k.when(in.count() > 2, t -> t.input(2).ifGradient(0, 1).input(0).ifGradient(2).input(1).ifGradient(2)))),
        Operator.of("addcmul", "this + value * a * b, broadcast.").takes("(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> several("addcmul", Kind.MULTIPLY, in)).keeps(k -> k.input(1).ifGradient(2).input(2).ifGradient(1)),
        Operator.of("addcdiv", "this + value * a / b, broadcast.").takes("(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> several("addcdiv", Kind.DIVIDE, in)).keeps(k -> k.input(1).ifGradient(2).input(2)),
        Operator.of("where", "Where the condition holds this, elsewhere the other.").takes("(Tensor condition, Tensor|Scalar input, Tensor|Scalar other)").in(METHOD, TORCH)
            .rule((a, in) -> several("where", Kind.COPY, in)).keeps(k -> k.input(0)),
        Operator.of("masked_fill", "A value where the mask, broadcast, holds.").takes("(Tensor input, Tensor mask, Scalar|Tensor value)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> rule("masked_fill", Kind.COMPARE, in.type(0), in.type(1))).keeps(k -> k.input(1)));

    private Elementwise() {}

    private static Operator unary(String name, Kind kind, String doc) {
        return unary(name, kind, doc, "");
    }

    private static Operator unary(String name, Kind kind, String doc, String more) {
        return Operator.of(name, doc).takes("(Tensor input" + (more.isEmpty() ? "" : ", " + more) + ")").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE)
            .rule((a, in) -> in.count() > 1 ? several(name, kind, in) : one(name, kind, in));
    }

    private static Operator moved(String name, String doc) {
        return Operator.of(name, doc).takes("(Tensor input, *, any? memory_format=None)")
            .rule((a, in) -> Rule.of(name).takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), in.type(0).dtype())));
    }

    private static Operator binary(String name, Kind kind, String doc, String more) {
        return Operator.of(name, doc).takes("(Tensor input, Tensor|Scalar other" + more + ")").in(METHOD, TORCH, IN_PLACE).rule((a, in) -> two(name, kind, in));
    }

    /** Each factor is kept for the gradient of the other; a number is no tensor. */
    private static void factors(Keeps keeps) {
        keeps.input(0).ifGradient(1).input(1).ifGradient(0);
    }

    private static Rule one(String name, Kind kind, Inputs in) {
        return Rule.of(Spelling.camel(name)).takes(Letters.ANY).anything().gives(in.type(0)).work(kind, Letters.ANY);
    }

    private static Rule two(String name, Kind kind, Inputs in) {
        return rule(name, kind, in.type(0), in.count() > 1 ? in.type(1) : null);
    }

    /** Several tensors broadcast together. */
    private static Rule several(String name, Kind kind, Inputs in) {
        Rule rule = Rule.of(Spelling.camel(name));
        Shape out = in.shape(0);
        for (int i = 0; i < in.count(); i++) {
            Shape both = Sizes.broadcast(out, in.shape(i));
            if (both == null) {
                throw unequal(Spelling.camel(name), out, in.shape(i));
            }
            out = both;
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        DType dtype = in.type(name.equals("where") && in.count() > 1 ? 1 : 0).dtype();
        return rule.let(Y, out.numel()).gives(new TensorType(out, dtype)).work(kind, Y).when(kind != Kind.COPY && kind != Kind.COMPARE, r -> r.work(Kind.ADD, Y));
    }

    private static Refusal unequal(String name, Shape a, Shape b) {
        Refusal refusal = Refusal.shape(name + " cannot match " + a.text() + " with " + b.text());
        for (int i = 1; i <= Math.min(a.rank(), b.rank()); i++) {
            if (!a.dim(-i).equals(b.dim(-i)) && !a.dim(-i).isOne() && !b.dim(-i).isOne()) {
                boolean open = !a.dim(-i).isNumber() || !b.dim(-i).isNumber();
                refusal = refusal.at("other", "axis -" + i + " is " + b.dim(-i).text() + ", not " + a.dim(-i).text() + (open ? " (the two cannot be shown to be equal)" : ""));
            }
        }
        return refusal.why("sizes are compared from the last axis; they must be equal, or one of them 1");
    }

    private static DType dtype(String name, TensorType a, TensorType b) {
        if (YES_OR_NO.contains(name)) {
            return DType.BOOL;
        }
        DType wider = b == null || a.dtype().isFloating() || !b.dtype().isFloating() && a.dtype() != DType.BOOL ? a.dtype() : b.dtype();
        return name.equals("div") && !wider.isFloating() ? DType.FLOAT32 : wider;
    }

    private static Rule rule(String name, Kind kind, TensorType a, TensorType b) {
        Shape out = b == null ? a.shape() : Sizes.broadcast(a.shape(), b.shape());
        if (out == null) {
            throw unequal(Spelling.camel(name), a.shape(), b.shape());
        }
        Rule rule = Rule.of(Spelling.camel(name)).takes(Letters.ANY).anything();
        if (b != null) {
            rule = Rule.of(Spelling.camel(name)).takes(a.shape().dims().toArray(Expr[]::new)).anything().takes(b.shape().dims().toArray(Expr[]::new)).anything();
        }
        return rule.let(Y, out.numel()).gives(new TensorType(out, dtype(name, a, b), out.equals(a.shape()) ? a.strides() : null)).work(kind, Y);
    }
}
