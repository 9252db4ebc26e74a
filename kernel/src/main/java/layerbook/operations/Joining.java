package layerbook.operations;

import static layerbook.operations.Operator.Place.TORCH;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.net.Tensor;
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
            .rule((a, in) -> rule("stack", a.integer("dim"), in)).keepsNothing(),
        joined("hstack", "Puts tensors side by side: along the second axis, or the only one.", t -> atLeast(t, 1), t -> t.get(0).rank() == 1 ? 0 : 1),
        joined("vstack", "Puts tensors one below the other, vectors as rows.", t -> atLeast(t, 2), t -> 0).alias("row_stack"),
        joined("dstack", "Puts tensors one behind the other, along the third axis.", t -> atLeast(t, 3), t -> 2),
        joined("column_stack", "Puts tensors side by side, vectors as columns.", t -> t.stream().map(Joining::column).toList(), t -> 1),
        atLeastOperator(1), atLeastOperator(2), atLeastOperator(3),
        Operator.of("broadcast_tensors", "Tensors stretched to the same sizes.").takes("(Tensor[] tensors)").in(TORCH).givesList().composed((a, t) -> {
            Shape all = Broadcasting.shape("broadcastTensors", new Inputs(t.stream().map(Tensor::type).toList()));
            return t.stream().map(x -> Applying.call(x, "expand", all)).toList();
        }),
        Operator.of("meshgrid", "The coordinates of a grid, one tensor for each vector; indexing(\"xy\") swaps the first two axes.")
            .takes("(Tensor[] tensors, *, str indexing=\"ij\")").in(TORCH).givesList().rule(Joining::grid).view(),
        Operator.of("cartesian_prod", "Every choice of one number of each vector, a row each.").takes("(Tensor[] tensors)").in(TORCH).rule(Joining::choices).keepsNothing(),
        Operator.of("combinations", "Every choice of r numbers of a vector, a row each.").takes("(Tensor input, int r=2, bool with_replacement=False)").in(TORCH)
            .rule(Joining::combined).keepsNothing(),
        Operator.of("block_diag", "A matrix with matrices along its diagonal.").takes("(Tensor[] tensors)").in(TORCH).rule(Joining::blocks).keepsNothing());

    private static Operator joined(String name, String doc, UnaryOperator<List<Tensor>> lifted, ToIntFunction<List<Tensor>> axis) {
        return Operator.of(name, doc).takes("(Tensor[] tensors)").in(TORCH).composed((a, t) -> {
            List<Tensor> all = lifted.apply(t);
            return Operations.find("cat").apply(List.of(all, axis.applyAsInt(all)), java.util.Map.of()).tensor();
        });
    }

    private static List<Tensor> atLeast(List<Tensor> tensors, int axes) {
        return tensors.stream().map(t -> atLeast(t, axes)).toList();
    }

    /** With as many axes at least: a vector is a row of a matrix, a matrix the one slice of a volume. */
    private static Tensor atLeast(Tensor t, int axes) {
        Tensor out = t;
        while (out.rank() < axes) {
            out = Applying.call(out, "unsqueeze", out.rank() == 2 ? 2 : 0);
        }
        return out;
    }

    private static Tensor column(Tensor t) {
        return t.rank() < 2 ? Applying.call(t, "reshape", t.numel(), 1) : t;
    }

    private static Operator atLeastOperator(int axes) {
        return Operator.of("atleast_" + axes + "d", "With " + axes + (axes == 1 ? " axis" : " axes") + " at least.").takes("(Tensor[]|Tensor tensors)").in(TORCH)
            .composed((a, t) -> a.get("tensors") instanceof List<?> ? atLeast(t, axes) : atLeast(t.get(0), axes));
    }

    private static Rule grid(Bindings a, Inputs in) {
        var sizes = new java.util.ArrayList<Expr>();
        for (int i = 0; i < in.count(); i++) {
            if (in.shape(i).rank() > 1) {
                throw Refusal.shape("meshgrid takes vectors, not " + in.shape(i).text()).at("tensors", in.shape(i).text());
            }
            sizes.add(in.shape(i).numel());
        }
        String indexing = a.text("indexing");
        if (!indexing.equals("ij") && !indexing.equals("xy")) {
            throw Refusal.option("meshgrid has no indexing \"" + indexing + "\"").at("indexing", "\"ij\" or \"xy\"");
        }
        Numeric.equal("meshgrid", in);
        boolean swaps = indexing.equals("xy") && sizes.size() > 1;
        Shape out = new Shape(sizes);
        if (swaps) {
            out = out.with(0, sizes.get(1)).with(1, sizes.get(0));
        }
        Rule rule = Operation.taking("meshgrid", in, null);
        for (int i = 0; i < in.count(); i++) {
            rule.gives(new TensorType(out, in.type(i).dtype()));
        }
        return rule;
    }

    private static Rule choices(Bindings a, Inputs in) {
        Numeric.equal("cartesianProd", in);
        Expr rows = Expr.ONE;
        for (int i = 0; i < in.count(); i++) {
            if (in.shape(i).rank() != 1) {
                throw Refusal.shape("cartesianProd takes vectors, not " + in.shape(i).text()).at("tensors", in.shape(i).text());
            }
            rows = rows.times(in.shape(i).dim(0)).normal();
        }
        Shape out = in.count() == 1 ? in.shape(0) : Shape.of(rows, Expr.of(in.count()));
        return Operation.taking("cartesianProd", in, new TensorType(out, in.type(0).dtype()));
    }

    private static Rule combined(Bindings a, Inputs in) {
        int r = a.integer("r");
        if (in.rank() != 1 || r < 0) {
            throw Refusal.shape("combinations takes a vector and a number of 0 or more").at("input", in.shape(0).text());
        }
        Expr n = in.shape(0).dim(0);
        Expr up = Expr.ONE;
        java.math.BigInteger down = java.math.BigInteger.ONE;
        for (int i = 0; i < r; i++) {
            up = up.times(a.flag("with_replacement") ? n.plus(i) : n.minus(i)).normal();
            down = down.multiply(java.math.BigInteger.valueOf(i + 1));
        }
        Expr rows = up.over(Expr.of(down)).normal();
        Shape out = r == 0 ? Shape.of(0) : Shape.of(rows, Expr.of(r));
        return Operation.taking("combinations", in, new TensorType(out, in.type(0).dtype()));
    }

    private static Rule blocks(Bindings a, Inputs in) {
        Expr rows = Expr.ZERO;
        Expr columns = Expr.ZERO;
        for (int i = 0; i < in.count(); i++) {
            Shape s = in.shape(i);
            if (s.rank() > 2) {
                throw Refusal.shape("blockDiag takes matrices, not " + s.text()).at("tensors", s.text());
            }
            rows = rows.plus(s.rank() == 2 ? s.dim(0) : Expr.ONE).normal();
            columns = columns.plus(s.rank() == 0 ? Expr.ONE : s.dim(-1)).normal();
        }
        return Operation.taking("blockDiag", in, new TensorType(Shape.of(rows, columns), Promotion.ofTensors(in.types())));
    }

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
