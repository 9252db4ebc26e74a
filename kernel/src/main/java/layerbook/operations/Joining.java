package layerbook.operations;

import static layerbook.operations.Operator.Place.TORCH;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.shape.Promotion;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Several tensors as one: {@code cat} along an axis that they have, {@code stack} along a new one. */
final class Joining {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("cat", "Puts tensors together along an axis that they have.").takes("(Tensor[] tensors, int dim=0)").in(TORCH).alias("concat", "concatenate")
            .rule((a, in) -> rule("cat", a.integer("dim"), in)).keepsNothing(),
        Operator.of("stack", "Puts tensors together along a new axis.").takes("(Tensor[] tensors, int dim=0)").in(TORCH)
            .rule((a, in) -> rule("stack", a.integer("dim"), in)).keepsNothing());

    private Joining() {}

    /** PyTorch's torch.cat passes over tensors of shape (0), so that a list may begin with an empty one. */
    private static boolean isNothing(Shape s) {
        return s.rank() == 1 && s.dim(0).isZero();
    }

    private static Rule skipping(String name, int dim, Inputs in, List<Integer> kept) {
        var some = new Inputs(kept.stream().map(in::type).toList());
        TensorType out = Applied.of(new Known(rule(name, dim, some)), some).output();
        return Operation.taking(name, in, new TensorType(out.shape(), Promotion.ofTensors(in.types())));
    }

    private static Rule rule(String name, int dim, Inputs in) {
        if (name.equals("cat") && in.count() > 1) {
            List<Integer> kept = java.util.stream.IntStream.range(0, in.count()).filter(i -> !isNothing(in.shape(i))).boxed().toList();
            if (!kept.isEmpty() && kept.size() < in.count()) {
                return skipping(name, dim, in, kept);
            }
        }
        Shape first = in.shape(0);
        boolean stack = name.equals("stack");
        int axis = Axes.index(dim, first.rank() + (stack ? 1 : 0), name);
        Expr along = Expr.ZERO;
        Rule rule = Rule.of(name);
        for (int i = 0; i < in.count(); i++) {
            Shape s = in.shape(i);
            rule.takes(s.dims().toArray(Expr[]::new)).anything();
            String doubt = "";
            boolean fits = s.rank() == first.rank();
            for (int a = 0; fits && a < s.rank(); a++) {
                fits = a == axis && !stack || s.dim(a).equals(first.dim(a));
                doubt = fits ? "" : Sizes.doubt(first.dim(a), s.dim(a));
            }
            if (!fits) {
                throw Refusal.shape(name + " cannot put " + s.text() + " to " + first.text() + " along axis " + dim)
                    .why((stack ? "stacked tensors have equal sizes" : "all sizes but that of axis " + dim + " must be equal") + doubt);
            }
            along = along.plus(stack ? Expr.ONE : s.dim(axis));
        }
        var dims = new java.util.ArrayList<>(first.dims());
        if (stack) {
            dims.add(axis, along.normal());
        } else {
            dims.set(axis, along.normal());
        }
        return rule.gives(new TensorType(new Shape(dims), Promotion.ofTensors(in.types())));
    }
}
