package layerbook.net;

import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Operations on two tensors (or a tensor and a number), element by element, sizes broadcast. */
final class Elementwise {
    private static final Expr.Sym Y = Letters.letter("|y|", "numbers in the output");
    private static final Map<String, Kind> KINDS = Map.of("add", Kind.ADD, "sub", Kind.ADD, "mul", Kind.MULTIPLY, "div", Kind.DIVIDE, "pow", Kind.POWER);

    private Elementwise() {}

    static Operation unary(String name, Kind kind) {
        return new Operation(name, List.of(), in -> Rule.of(name).takes(Letters.ANY).anything().gives(in.type(0)).work(kind, Letters.ANY));
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

    private static Rule rule(String name, Kind kind, TensorType a, TensorType b) {
        Shape out = b == null ? a.shape() : Sizes.broadcast(a.shape(), b.shape());
        if (out == null) {
            throw Refusal.shape(name + " cannot match " + a.shape().text() + " with " + b.shape().text())
                .why("sizes are compared from the last axis; they must be equal, or one of them 1");
        }
        Rule rule = Rule.of(name).takes(Letters.ANY).anything();
        if (b != null) {
            rule = Rule.of(name).takes(a.shape().dims().toArray(Expr[]::new)).anything().takes(b.shape().dims().toArray(Expr[]::new)).anything();
        }
        var dtype = b == null || a.dtype().isFloating() || !b.dtype().isFloating() ? a.dtype() : b.dtype();
        return rule.let(Y, out.numel()).gives(new TensorType(out, dtype, out.equals(a.shape()) ? a.strides() : null)).work(kind, Y);
    }
}
