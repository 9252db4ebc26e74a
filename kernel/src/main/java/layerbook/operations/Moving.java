package layerbook.operations;

import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.net.Tensor;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Axes in another order, with or without those of size 1; and numbers in other places on the same axes. */
final class Moving {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("permute", "The axes in another order.").takes("(Tensor input, int[] dims)").in(METHOD, TORCH).rule(Moving::permuted).view(),
        Operator.of("transpose", "Two axes swapped.").takes("(Tensor input, int dim0, int dim1)").in(METHOD, TORCH, IN_PLACE)
            .alias("swapaxes", "swapdims").rule((a, in) -> swapped("transpose", in, a.integer("dim0"), a.integer("dim1"))).view(),
        Operator.of("t", "The transposed matrix.").takes("(Tensor input)").in(METHOD, TORCH, IN_PLACE).rule(Moving::matrix).view(),
        Operator.of("mT", "The transposed matrices: the last two axes swapped.").takes("(Tensor input)").in(METHOD).alias("mH").composed((a, t) -> {
                if (t.get(0).rank() < 2) {
                    throw Refusal.shape("mT wants matrices, not " + t.get(0).shape().text()).at("input", t.get(0).rank() + " axes");
                }
                return Applying.call(t.get(0), "transpose", -2, -1);
            }),
        Operator.of("adjoint", "The transposed matrices, conjugated.").takes("(Tensor input)").in(METHOD, TORCH)
            .composed((a, t) -> Applying.call(t.get(0), "transpose", -2, -1)),
        Operator.of("T", "All axes in reverse order.").takes("(Tensor input)").in(METHOD).alias("H").rule((a, in) -> {
            var order = new ArrayList<Integer>();
            for (int i = in.rank() - 1; i >= 0; i--) {
                order.add(i);
            }
            return Operation.taking("T", in, reordered(in.type(0), order));
        }).view(),
        Operator.of("fliplr", "The second axis in reverse order.").takes("(Tensor input)").in(METHOD, TORCH).composed((a, t) -> turned("fliplr", 2, t.get(0), 1)),
        Operator.of("flipud", "The first axis in reverse order.").takes("(Tensor input)").in(METHOD, TORCH).composed((a, t) -> turned("flipud", 1, t.get(0), 0)),
        Operator.of("rot90", "Turned by k quarters in the plane of two axes.").takes("(Tensor input, int k=1, int[] dims=[0,1])").in(METHOD, TORCH).rule(Moving::quarters).keepsNothing(),
        Operator.of("as_strided", "The numbers in memory under these sizes and steps.").takes("(Tensor input, int[] size, int[] stride, int? storage_offset=None)").in(METHOD, TORCH)
            .rule((a, in) -> {
                if (a.sizes("size").size() != a.sizes("stride").size()) {
                    throw Refusal.option("asStrided wants a step for each size").at("stride", a.sizes("stride").size() + " for " + a.sizes("size").size());
                }
                return Operation.taking("asStrided", in, Strides.stepped(in.type(0), a.sizes("size"), a.sizes("stride")));
            }).view(),
        Operator.of("movedim", "Axes moved to other places; the rest keep their order.")
            .takes("(Tensor input, int|int[] source, int|int[] destination)").in(METHOD, TORCH).alias("moveaxis").rule(Moving::moved).view(),
        Operator.of("squeeze", "Without axes of size 1: all of them, or those given.").takes("(Tensor input, int[]? dim=None)").in(METHOD, TORCH, IN_PLACE)
            .rule(Moving::squeezed).view(),
        Operator.of("unsqueeze", "With a new axis of size 1.").takes("(Tensor input, int dim)").in(METHOD, TORCH, IN_PLACE).rule(Moving::unsqueezed).view(),
        Operator.of("flip", "The places of the axes in reverse order.").takes("(Tensor input, int[] dims)").in(METHOD, TORCH).rule(Moving::flipped).keepsNothing(),
        Operator.of("roll", "Shifted around, along the axes given.").takes("(Tensor input, int|int[] shifts, int[] dims=[])").in(METHOD, TORCH)
            .rule(Moving::rolled).keepsNothing(),
        Operator.of("triu", "Zeros below the diagonal of each matrix.").takes("(Tensor input, int diagonal=0)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> triangle("triu", in)).keepsNothing(),
        Operator.of("tril", "Zeros above the diagonal of each matrix.").takes("(Tensor input, int diagonal=0)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> triangle("tril", in)).keepsNothing());

    private Moving() {}

    private static Rule permuted(Bindings a, Inputs in) {
        int[] dims = a.integers("dims");
        int rank = in.rank();
        var order = new ArrayList<Integer>();
        for (int d : dims) {
            order.add(Axes.index(d, rank, "permute"));
        }
        if (order.size() != rank || order.stream().distinct().count() != rank) {
            throw Refusal.shape("permute wants each of the " + rank + " axes once").why("it is given " + Axes.list(dims) + " for " + in.shape(0).text());
        }
        return Operation.taking("permute", in, reordered(in.type(0), order));
    }

    private static Object turned(String name, int least, Tensor x, int axis) {
        if (x.rank() < least) {
            throw Refusal.shape(name + " wants " + least + " axes or more, not " + x.shape().text()).at("input", x.rank() + " axes");
        }
        return Applying.call(x, "flip", axis);
    }

    private static Rule quarters(Bindings a, Inputs in) {
        List<Integer> plane = Axes.distinct("rot90", a.integers("dims"), in.rank());
        if (plane.size() != 2 || in.rank() < 2) {
            throw Refusal.shape("rot90 turns in the plane of two axes").at("dims", "two axes of " + in.shape(0).text());
        }
        Shape x = in.shape(0);
        boolean swaps = Math.floorMod(a.integer("k"), 2) == 1;
        Shape out = swaps ? x.with(plane.get(0), x.dim(plane.get(1))).with(plane.get(1), x.dim(plane.get(0))) : x;
        return Operation.taking("rot90", in, new TensorType(out, in.type(0).dtype()));
    }

    private static Rule matrix(Bindings a, Inputs in) {
        if (in.rank() > 2) {
            throw Refusal.shape("t wants a matrix, not " + in.shape(0).text()).fix("transpose(-2, -1)");
        }
        return swapped("t", in, 0, -1);
    }

    private static Rule swapped(String name, Inputs in, int a, int b) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < in.rank(); i++) {
            order.add(i);
        }
        int first = Axes.index(a, in.rank(), name);
        int second = Axes.index(b, in.rank(), name);
        if (!order.isEmpty()) {
            Collections.swap(order, first, second);
        }
        return Operation.taking(name, in, reordered(in.type(0), order));
    }

    private static TensorType reordered(TensorType from, List<Integer> order) {
        List<Expr> steps = from.steps();
        return Strides.stepped(from, order.stream().map(from.shape()::dim).toList(), order.stream().map(steps::get).toList());
    }

    private static Rule moved(Bindings a, Inputs in) {
        int[] from = a.integers("source");
        int[] to = a.integers("destination");
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
    }

    private static Rule squeezed(Bindings a, Inputs in) {
        int[] dims = a.integers("dim");
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
    }

    private static Rule unsqueezed(Bindings a, Inputs in) {
        int dim = a.integer("dim");
        int axis = Axes.index(dim, in.rank() + 1, "unsqueeze");
        var out = new ArrayList<>(in.shape(0).dims());
        var steps = new ArrayList<>(in.type(0).steps());
        Expr step = axis < in.rank() ? steps.get(axis).times(out.get(axis)).normal() : Expr.ONE;
        out.add(axis, Expr.ONE);
        steps.add(axis, step);
        return Operation.taking("unsqueeze", in, in.type(0).isContiguous() ? new TensorType(new Shape(out), in.type(0).dtype()) : Strides.stepped(in.type(0), out, steps));
    }

    private static Rule flipped(Bindings a, Inputs in) {
        Axes.distinct("flip", a.integers("dims"), in.rank());
        return like("flip", in);
    }

    private static Rule rolled(Bindings a, Inputs in) {
        int[] shifts = a.integers("shifts");
        int[] axes = a.integers("dims");
        for (int axis : axes) {
            Axes.there("roll", axis, in);
        }
        if (axes.length > 0 ? axes.length != shifts.length : shifts.length != 1) {
            throw Refusal.option("roll wants a shift for each axis").at("shifts", shifts.length + " for " + axes.length).why("shifts and dims are lists of the same length");
        }
        return like("roll", in);
    }

    /** Zeros above or below the diagonal of each matrix. */
    private static Rule triangle(String name, Inputs in) {
        if (in.rank() < 2) {
            throw Refusal.shape(name + " wants matrices, not " + in.shape(0).text()).at("input", in.rank() + " axes").why("the last two axes are rows and columns");
        }
        return like(name, in);
    }

    private static Rule like(String name, Inputs in) {
        return Operation.taking(name, in, new TensorType(in.shape(0), in.type(0).dtype()));
    }
}
