package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Numbers picked out of a tensor: by an index, along a diagonal, window by window. */
final class Picking {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("gather", "The numbers of an axis that another tensor names, place by place.")
            .takes("(Tensor input, int dim, Tensor index, *, bool sparse_grad=False)").in(METHOD, TORCH).rule(Picking::gathered).keeps(k -> k.input(0).input(1)),
        Operator.of("index_select", "The places of an axis that another tensor names.").takes("(Tensor input, int dim, Tensor index)").in(METHOD, TORCH)
            .rule(Picking::selected).keeps(k -> k.input(1)),
        Operator.of("diagonal", "The numbers whose places are equal on two axes, as a new last axis.")
            .takes("(Tensor input, int offset=0, int dim1=0, int dim2=1)").in(METHOD, TORCH).rule(Picking::diagonal).view(),
        Operator.of("unfold", "Windows of a size along an axis, each as a new last axis; or the blocks of an image as columns: unfold(kernelSize, ...).")
            .takes("(Tensor input, int dimension, int size, int step)").in(METHOD).rule(Picking::windows).view());

    private Picking() {}

    private static Rule gathered(Bindings a, Inputs in) {
        int dim = a.integer("dim");
        int axis = Axes.index(dim, in.rank(), "gather");
        Indices.check("gather", "index", in.type(1).dtype(), DType.INT64);
        Shape x = in.shape(0);
        Shape index = in.shape(1);
        for (int i = 0; i < x.rank(); i++) {
            boolean larger = index.rank() == x.rank() && i != axis && index.dim(i).minus(x.dim(i)).normal() instanceof Expr.Num n && n.value().signum() > 0;
            if (index.rank() != x.rank() || larger) {
                throw Refusal.shape("gather cannot look up " + index.text() + " in " + x.text()).at("index", index.text()).why("the index has as many axes, none larger than the tensor's but axis " + axis);
            }
        }
        return Operation.taking("gather", in, new TensorType(index, in.type(0).dtype()));
    }

    private static Rule selected(Bindings a, Inputs in) {
        int dim = a.integer("dim");
        int axis = Axes.index(dim, in.rank(), "indexSelect");
        Indices.check("indexSelect", "index", in.type(1).dtype(), DType.INT64, DType.INT32);
        if (in.shape(1).rank() > 1) {
            throw Refusal.shape("indexSelect wants an index of one axis, not " + in.shape(1).text()).at("index", in.shape(1).rank() + " axes");
        }
        if (in.rank() == 0) {
            return Operation.taking("indexSelect", in, new TensorType(in.shape(0), in.type(0).dtype()));
        }
        return Operation.taking("indexSelect", in, new TensorType(in.shape(0).with(axis, in.shape(1).numel()), in.type(0).dtype()));
    }

    private static Rule diagonal(Bindings a, Inputs in) {
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
