package layerbook.net;

import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
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
    private static final Map<String, Kind> KINDS = Map.of("floorDivide", Kind.DIVIDE, "remainder", Kind.DIVIDE, "atan2", Kind.TRIGONOMETRIC, "add", Kind.ADD, "sub", Kind.ADD, "mul", Kind.MULTIPLY, "div", Kind.DIVIDE, "pow", Kind.POWER);

    private static final Set<String> YES_OR_NO = Set.of("eq", "ne", "gt", "lt", "ge", "le", "logicalAnd", "logicalOr");

    private Elementwise() {}

    static Operation unary(String name, Kind kind, Object... arguments) {
        List<Object> shown = java.util.Arrays.stream(arguments).filter(a -> a instanceof Number || a instanceof Expr).toList();
        return new Operation(name, shown, in -> Rule.of(name).takes(Letters.ANY).anything().gives(in.type(0)).work(kind, Letters.ANY));
    }

    /** A number put where the mask, broadcast, holds. */
    static Tensor filled(Tensor x, Tensor mask, Object value) {
        List<?> shown = value instanceof Number ? List.of(value) : List.of();
        return x.apply(new Operation("maskedFill", shown, in -> rule("maskedFill", Kind.COMPARE, in.type(0), in.type(1))), mask);
    }

    /** A copy in row-major order. */
    static Operation moved(String name) {
        return new Operation(name, List.of(), in -> Rule.of(name).takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), in.type(0).dtype())));
    }

    static Operation cast(layerbook.shape.DType dtype) {
        return new Operation("to", List.of(dtype.torchName()), in -> Rule.of("to").takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), dtype, in.type(0).strides())));
    }

    static Tensor binary(Tensor x, String name, Object other) {
        Kind kind = KINDS.getOrDefault(name, Kind.COMPARE);
        if (other instanceof Tensor t) {
            return x.apply(new Operation(name, List.of(), in -> rule(name, kind, in.type(0), in.type(1))), t);
        }
        if (other instanceof Number || other instanceof Expr) {
            return x.apply(new Operation(name, List.of(other), in -> rule(name, kind, in.type(0), null)));
        }
        throw Refusal.option(name + " takes a tensor or a number, not " + (other == null ? "null" : other.getClass().getSimpleName()));
    }

    /** Several tensors (or numbers, which change no size) broadcast together. */
    static Tensor several(Tensor x, String name, Kind kind, Object... others) {
        var tensors = java.util.Arrays.stream(others).filter(o -> o instanceof Tensor).toArray(Tensor[]::new);
        return x.apply(new Operation(name, List.of(), in -> {
            Rule rule = Rule.of(name);
            Shape out = in.shape(0);
            for (int i = 0; i < in.count(); i++) {
                Shape both = Sizes.broadcast(out, in.shape(i));
                if (both == null) {
                    throw unequal(name, out, in.shape(i));
                }
                out = both;
                rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
            }
            return rule.let(Y, out.numel()).gives(new TensorType(out, in.type(0).dtype())).work(kind == Kind.MULTIPLY_ADD ? Kind.MULTIPLY : kind, Y).when(kind != Kind.COPY, r -> r.work(Kind.ADD, Y));
        }), tensors);
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
            throw unequal(name, a.shape(), b.shape());
        }
        Rule rule = Rule.of(name).takes(Letters.ANY).anything();
        if (b != null) {
            rule = Rule.of(name).takes(a.shape().dims().toArray(Expr[]::new)).anything().takes(b.shape().dims().toArray(Expr[]::new)).anything();
        }
        return rule.let(Y, out.numel()).gives(new TensorType(out, dtype(name, a, b), out.equals(a.shape()) ? a.strides() : null)).work(kind, Y);
    }
}
