package layerbook.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Numbers picked out of a tensor: by an index, along a diagonal, window by window. */
final class Picking {
    private Picking() {}

    static Operation gather(int dim) {
        return new Operation("gather", List.of(dim), in -> {
            int axis = Axes.index(dim, in.rank(), "gather");
            Shape x = in.shape(0);
            Shape index = in.shape(1);
            for (int i = 0; i < x.rank(); i++) {
                boolean larger = index.rank() == x.rank() && i != axis && index.dim(i).minus(x.dim(i)).normal() instanceof Expr.Num n && n.value().signum() > 0;
                if (index.rank() != x.rank() || larger) {
                    throw Refusal.shape("gather cannot look up " + index.text() + " in " + x.text()).at("index", index.text()).why("the index has as many axes, none larger than the tensor's but axis " + axis);
                }
            }
            return Operation.taking("gather", in, new TensorType(index, in.type(0).dtype()));
        });
    }

    static Operation indexSelect(int dim) {
        return new Operation("indexSelect", List.of(dim), in -> {
            int axis = Axes.index(dim, in.rank(), "indexSelect");
            return Operation.taking("indexSelect", in, new TensorType(in.shape(0).with(axis, in.shape(1).numel()), in.type(0).dtype()));
        });
    }

    static Operation diagonal(int offset, int dim1, int dim2) {
        return new Operation("diagonal", List.of(offset, dim1, dim2), in -> {
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
        });
    }

    static Operation unfold(int dim, int size, int step) {
        return new Operation("unfold", List.of(dim, size, step), in -> {
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
        });
    }
}
