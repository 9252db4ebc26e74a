package layerbook.operations;

import static layerbook.operations.Numeric.NOT_COMPLEX;
import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;
import static layerbook.operations.Operator.Place.TORCH_IN_PLACE;

import java.util.List;
import java.util.stream.Stream;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.DType.Family;
import layerbook.shape.Promotion;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/** Operations on the numbers of several tensors, one by one: bounds, choices, sums of products; sizes broadcast. */
final class Blending {
    private static final String BOUNDS = "(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)";
    private static final String SUM = "(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1)";

    static final List<Operator> OPERATORS = List.of(
        Operator.of("clamp", "Cuts off what lies below the one or above the other; null is no bound.").takes(BOUNDS).in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE)
            .alias("clip").rule((a, in) -> clamped("clamp", a, in)),
        Operator.of("clamp_min", "Cuts off what lies below.").takes("(Tensor input, Tensor|Scalar min)").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE)
            .rule((a, in) -> clamped("clampMin", a, in)),
        Operator.of("clamp_max", "Cuts off what lies above.").takes("(Tensor input, Tensor|Scalar max)").in(METHOD, TORCH, IN_PLACE, TORCH_IN_PLACE)
            .rule((a, in) -> clamped("clampMax", a, in)),
        Operator.of("lerp", "this + weight * (end - this), broadcast.").takes("(Tensor input, Tensor end, Tensor|Scalar weight)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> Broadcasting.rule("lerp", in, Numeric.checked("lerp", Numeric.equal("lerp", in), Numeric.FRACTIONS_OR_COMPLEX), Kind.MULTIPLY, Kind.ADD))
            .stating((r, a, in) -> r.keeps(k -> k.when(in.count() > 2, t -> t.input(2).ifGradient(0, 1).input(0).ifGradient(2).input(1).ifGradient(2)))),
        Operator.of("addcmul", "this + value * a * b, broadcast.").takes(SUM).in(METHOD, TORCH, IN_PLACE).rule((a, in) -> sum("addcmul", Kind.MULTIPLY, in))
            .keeps(k -> k.input(1).ifGradient(2).input(2).ifGradient(1)),
        Operator.of("addcdiv", "this + value * a / b, broadcast.").takes(SUM).in(METHOD, TORCH, IN_PLACE).rule((a, in) -> sum("addcdiv", Kind.DIVIDE, in))
            .keeps(k -> k.input(1).ifGradient(2).input(2)),
        Operator.of("where", "Where the condition holds this, elsewhere the other.").takes("(Tensor condition, Tensor|Scalar input, Tensor|Scalar other)")
            .in(METHOD, TORCH).rule(Blending::chosen).keeps(k -> k.input(0)),
        Operator.of("masked_fill", "A value where the mask, broadcast, holds.").takes("(Tensor input, Tensor mask, Scalar|Tensor value)").in(METHOD, TORCH, IN_PLACE)
            .rule(Blending::filled).keeps(k -> k.input(1)));

    private Blending() {}

    private static Rule clamped(String word, Bindings a, Inputs in) {
        if (a.values().keySet().stream().skip(1).noneMatch(a::has)) {
            throw Refusal.option(word + " needs a bound").at("min", "a number or a tensor").why("one of min and max must be given");
        }
        DType out = Promotion.of(Numeric.operands(a, in, a.values().keySet().toArray(String[]::new)));
        return Broadcasting.rule(word, in, Numeric.checked(word, out, word.equals("clamp") ? Numeric.REALS : NOT_COMPLEX), Kind.COMPARE);
    }

    private static Rule sum(String word, Kind kind, Inputs in) {
        boolean whole = Stream.of(in.type(1), in.type(2)).allMatch(t -> t.dtype().family().compareTo(Family.FRACTION) < 0);
        if (kind == Kind.DIVIDE && whole) {
            throw Refusal.shape(word + " divides no whole numbers").at("tensor1", in.type(1).dtype().torchName()).why("PyTorch wants one of the two with a fraction");
        }
        return Broadcasting.rule(word, in, Numeric.checked(word, Promotion.ofTensors(in.types()), Numeric.NUMBERS), kind, Kind.ADD);
    }

    private static Rule chosen(Bindings a, Inputs in) {
        checkMask("where", "condition", a.type("condition", in).dtype());
        return Broadcasting.rule("where", in, Promotion.of(Numeric.operands(a, in, "input", "other")), Kind.COPY);
    }

    private static Rule filled(Bindings a, Inputs in) {
        checkMask("maskedFill", "mask", in.type(1).dtype());
        DType out = in.type(0).dtype();
        if (a.isTensor("value") && a.shape("value", in).rank() > 0) {
            throw Refusal.shape("maskedFill fills with one number, not " + a.shape("value", in).text()).at("value", "has axes").why("PyTorch takes a number or a tensor without axes");
        }
        DType value = Numeric.operands(a, in, "value").get(0).dtype();
        if (value.family() == Family.COMPLEX && !out.isComplex()) {
            throw Refusal.shape("maskedFill cannot put " + value.torchName() + " into " + out.torchName()).at("value", value.torchName());
        }
        var two = new Inputs(in.types().subList(0, 2));
        return Operation.taking("maskedFill", in, new TensorType(Broadcasting.shape("maskedFill", two), out)).let(Broadcasting.Y, Broadcasting.shape("maskedFill", two).numel())
            .work(Kind.COMPARE, Broadcasting.Y);
    }

    /** A mask holds truth values; PyTorch takes uint8 for them, too, with a warning. */
    static void checkMask(String word, String argument, DType dtype) {
        if (dtype != DType.BOOL && dtype != DType.UINT8) {
            throw Refusal.shape(word + " wants truth values as " + argument + ", not " + dtype.torchName()).at(argument, dtype.torchName() + ", not bool")
                .why("a comparison such as x.gt(0) gives them");
        }
    }
}
