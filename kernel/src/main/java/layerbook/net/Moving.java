package layerbook.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Axes in another order, with or without those of size 1; and numbers in other places on the same axes. */
final class Moving {
    private Moving() {}

    static Operation permute(int... dims) {
        return new Operation("permute", Axes.list(dims), in -> {
            int rank = in.rank();
            var order = new ArrayList<Integer>();
            for (int d : dims) {
                order.add(Axes.index(d, rank, "permute"));
            }
            if (order.size() != rank || order.stream().distinct().count() != rank) {
                throw Refusal.shape("permute wants each of the " + rank + " axes once").why("it is given " + Axes.list(dims) + " for " + in.shape(0).text());
            }
            return Operation.taking("permute", in, reordered(in.type(0), order));
        });
    }

    static Operation transpose(String name, int a, int b) {
        return new Operation(name, name.equals("t") ? List.of() : List.of(a, b), in -> {
            int rank = in.rank();
            if (name.equals("t") && rank > 2) {
                throw Refusal.shape("t wants a matrix, not " + in.shape(0).text()).fix("transpose(-2, -1)");
            }
            var order = new ArrayList<Integer>();
            for (int i = 0; i < rank; i++) {
                order.add(i);
            }
            if (rank > 0) {
                Collections.swap(order, Axes.index(a, rank, name), Axes.index(b, rank, name));
            }
            return Operation.taking(name, in, reordered(in.type(0), order));
        });
    }

    private static TensorType reordered(TensorType from, List<Integer> order) {
        List<Expr> steps = from.steps();
        return Strides.stepped(from, order.stream().map(from.shape()::dim).toList(), order.stream().map(steps::get).toList());
    }

    static Operation movedim(int[] from, int[] to) {
        return new Operation("movedim", List.of(Axes.list(from), Axes.list(to)), in -> {
            List<Integer> sources = Axes.distinct("movedim", from, in.rank());
            List<Integer> targets = Axes.distinct("movedim", to, in.rank());
            if (sources.size() != targets.size()) {
                throw Refusal.option("movedim wants as many places as axes").at("destination", targets.size() + " for " + sources.size()).why("source and destination are lists of the same length");
            }
            var rest = new ArrayList<Integer>();
            for (int i = 0; i < in.rank(); i++) {
                if (!sources.contains(i)) {
                    rest.add(i);
                }
            }
            var order = new ArrayList<Integer>();
            for (int i = 0; i < in.rank(); i++) {
                int at = targets.indexOf(i);
                order.add(at >= 0 ? sources.get(at) : rest.remove(0));
            }
            return Operation.taking("movedim", in, reordered(in.type(0), order));
        });
    }

    static Operation squeeze(int... dims) {
        return new Operation("squeeze", Axes.list(dims), in -> {
            Shape from = in.shape(0);
            var wanted = new ArrayList<Integer>();
            for (int d : dims) {
                wanted.add(Axes.index(d, from.rank(), "squeeze"));
            }
            var out = new ArrayList<Expr>();
            var steps = new ArrayList<Expr>();
            for (int i = 0; i < from.rank(); i++) {
                if (!from.dim(i).isOne() || dims.length > 0 && !wanted.contains(i)) {
                    out.add(from.dim(i));
                    steps.add(in.type(0).steps().get(i));
                }
            }
            return Operation.taking("squeeze", in, Strides.stepped(in.type(0), out, steps));
        });
    }

    static Operation unsqueeze(int dim) {
        return new Operation("unsqueeze", List.of(dim), in -> {
            int axis = Axes.index(dim, in.rank() + 1, "unsqueeze");
            var out = new ArrayList<>(in.shape(0).dims());
            var steps = new ArrayList<>(in.type(0).steps());
            Expr step = axis < in.rank() ? steps.get(axis).times(out.get(axis)).normal() : Expr.ONE;
            out.add(axis, Expr.ONE);
            steps.add(axis, step);
            return Operation.taking("unsqueeze", in, in.type(0).isContiguous() ? new TensorType(new Shape(out), in.type(0).dtype()) : Strides.stepped(in.type(0), out, steps));
        });
    }

    static Operation flipped(Object... dims) {
        int[] axes = Axes.ints(dims);
        return new Operation("flip", Axes.list(axes), in -> {
            Axes.distinct("flip", axes, in.rank());
            return like("flip", in);
        });
    }

    static Operation rolled(int[] shifts, Object... dims) {
        int[] axes = Axes.ints(dims);
        return new Operation("roll", List.of(Axes.list(shifts), Axes.list(axes)), in -> {
            for (int a : axes) {
                Axes.index(a, in.rank(), "roll");
            }
            if (axes.length > 0 ? axes.length != shifts.length : shifts.length != 1) {
                throw Refusal.option("roll wants a shift for each axis").at("shifts", shifts.length + " for " + axes.length).why("shifts and dims are lists of the same length");
            }
            return like("roll", in);
        });
    }

    /** Zeros above or below the diagonal of each matrix. */
    static Operation triangle(String name, int... diagonal) {
        return new Operation(name, Axes.list(diagonal), in -> {
            if (in.rank() < 2) {
                throw Refusal.shape(name + " wants matrices, not " + in.shape(0).text()).at("input", in.rank() + " axes").why("the last two axes are rows and columns");
            }
            return like(name, in);
        });
    }

    private static Rule like(String name, Inputs in) {
        return Operation.taking(name, in, new TensorType(in.shape(0), in.type(0).dtype()));
    }
}
