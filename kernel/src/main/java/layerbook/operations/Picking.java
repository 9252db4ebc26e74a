package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Numbers picked out of a tensor: by an index, along a diagonal, window by window. */
final class Picking {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("diagonal", "The numbers whose places are equal on two axes, as a new last axis.")
            .takes("(Tensor input, int offset=0, int dim1=0, int dim2=1)").in(METHOD, TORCH).rule(Picking::diagonalRule).view(),
        Operator.of("diag", "The diagonal of a matrix, or a matrix with this diagonal.").takes("(Tensor input, int diagonal=0)").in(METHOD, TORCH).rule(Picking::diag),
        Operator.of("diagflat", "A matrix with all numbers on its diagonal.").takes("(Tensor input, int offset=0)").in(METHOD, TORCH)
            .composed((a, t) -> Applying.call(Applying.call(t.get(0), "flatten"), "diag", a.size("offset"))),
        Operator.of("diag_embed", "Matrices with the last axis on their diagonals.").takes("(Tensor input, int offset=0, int dim1=-2, int dim2=-1)").in(METHOD, TORCH)
            .rule(Picking::embedded).keepsNothing(),
        Operator.of("trace", "The sum of the diagonal.").takes("(Tensor input)").in(METHOD, TORCH).rule((a, in) -> {
            if (in.rank() != 2) {
                throw Refusal.shape("trace takes a matrix, not " + in.shape(0).text()).at("input", in.rank() + " axes");
            }
            DType from = in.type(0).dtype();
            if (from == DType.BOOL) {
                throw Refusal.shape("trace takes no bool").at("input", "bool");
            }
            return Operation.taking("trace", in, new TensorType(new Shape(List.of()), Numeric.SUM.of(from))).work(Kind.ADD, length(in.shape(0).dim(0), in.shape(0).dim(1), 0));
        }).keepsNothing(),
        Operator.of("unfold", "Windows of a size along an axis, each as a new last axis; or the blocks of an image as columns: unfold(kernelSize, ...).")
            .takes("(Tensor input, int dimension, int size, int step)").in(METHOD).rule(Picking::windows).view());

    private Picking() {}

    private static Rule diag(Bindings a, Inputs in) {
        Expr offset = a.size("diagonal");
        Shape x = in.shape(0);
        if (x.rank() == 1) {
            Expr side = x.dim(0).plus(Expr.of(Math.abs(a.integer("diagonal")))).normal();
            return Operation.taking("diag", in, new TensorType(Shape.of(side, side), in.type(0).dtype()));
        } else if (x.rank() == 2) {
            int at = Numbers.whole(offset, "diagonal");
            if (Numbers.isNegative(x.dim(0).plus(Math.min(at, 0)).normal()) || Numbers.isNegative(x.dim(1).minus(Math.max(at, 0)).normal())) {
                throw Refusal.shape("diag has no diagonal " + at + " in " + x.text()).at("diagonal", "outside of " + x.text());
            }
            return Operation.taking("diag", in, new TensorType(new Shape(List.of(length(x.dim(0), x.dim(1), at))), in.type(0).dtype()));
        }
        throw Refusal.shape("diag takes a vector or a matrix, not " + x.text()).at("input", x.rank() + " axes");
    }

    private static Expr length(Expr rows, Expr columns, int offset) {
        return Expr.max(Expr.ZERO, Expr.min(rows.plus(Math.min(offset, 0)).normal(), columns.minus(Math.max(offset, 0)).normal())).normal();
    }

    private static Rule embedded(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        if (x.rank() == 0) {
            throw Refusal.shape("diagEmbed wants a tensor with axes, not a scalar").at("input", "no axes");
        }
        List<Integer> axes = Axes.distinct("diagEmbed", new int[] {a.integer("dim1"), a.integer("dim2")}, x.rank() + 1);
        Expr side = x.dim(-1).plus(Math.abs(a.integer("offset"))).normal();
        var out = new ArrayList<Expr>();
        int next = 0;
        for (int i = 0; i <= x.rank(); i++) {
            out.add(axes.contains(i) ? side : x.dim(next++));
        }
        return Operation.taking("diagEmbed", in, new TensorType(new Shape(out), in.type(0).dtype()));
    }

    static Shape diagonal(Bindings a, Inputs in) {
        return Applied.of(new Known(diagonalRule(a, Inputs.of(in.type(0)))), Inputs.of(in.type(0))).output().shape();
    }

    private static Rule diagonalRule(Bindings a, Inputs in) {
        int offset = a.integer("offset");
        int dim1 = a.integer("dim1");
        int dim2 = a.integer("dim2");
        List<Integer> axes = Axes.distinct("diagonal", new int[] {dim1, dim2}, in.rank());
        Expr rows = in.shape(0).dim(axes.get(0)).plus(Math.min(offset, 0)).normal();
        Expr columns = in.shape(0).dim(axes.get(1)).minus(Math.max(offset, 0)).normal();
        var out = new ArrayList<Expr>();
        for (int i = 0; i < in.rank(); i++) {
            if (!axes.contains(i)) {
                out.add(in.shape(0).dim(i));
            }
        }
        out.add(Expr.max(Expr.ZERO, Expr.min(rows, columns)).normal());
        return Operation.taking("diagonal", in, new TensorType(new Shape(out), in.type(0).dtype()));
    }

    private static Rule windows(Bindings a, Inputs in) {
        int dim = a.integer("dimension");
        int size = a.integer("size");
        int step = a.integer("step");
        int axis = Axes.index(dim, in.rank(), "unfold");
        Expr all = in.rank() == 0 ? Expr.ONE : in.shape(0).dim(axis);
        if (step < 1 || size < 0 || all instanceof Expr.Num n && n.value().compareTo(BigInteger.valueOf(size)) < 0) {
            throw Refusal.shape("unfold cannot lay windows of " + size + " on axis " + axis + " of " + in.shape(0).text()).at("size", "at most " + all.text()).why("the axis has size " + all.text() + ", and the step is 1 or more")
                .fix("unfold(" + dim + ", " + all.text() + ", 1)");
        }
        var out = new ArrayList<>(in.shape(0).dims());
        if (!out.isEmpty()) {
            out.set(axis, all.minus(size).floorOver(Expr.of(step)).plus(1).normal());
        }
        out.add(Expr.of(size));
        return Operation.taking("unfold", in, new TensorType(new Shape(out), in.type(0).dtype()));
    }
}
