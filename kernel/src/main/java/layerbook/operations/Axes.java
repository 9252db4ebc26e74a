package layerbook.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.shape.Refusal;
import layerbook.shape.Sizes;

/** Reads axis numbers as PyTorch does: negative ones count from the end. */
final class Axes {
    private Axes() {}

    /** How many numbers an input has without one axis. */
    static Expr without(Inputs in, int axis) {
        var dims = new ArrayList<>(in.shape(0).dims());
        if (!dims.isEmpty()) {
            dims.remove((int) index(axis, in.rank(), "dim"));
        }
        return Expr.product(dims).normal();
    }

    static int index(int axis, int rank, String operation) {
        return Sizes.axis(axis, rank, operation);
    }

    /** The axis, of a tensor that has axes at all. */
    static int there(String name, int dim, Inputs in) {
        if (in.rank() == 0) {
            throw Refusal.shape(name + " wants a tensor with axes, not a scalar").at("input", "no axes");
        }
        return index(dim, in.rank(), name);
    }

    /** Several axes, none of them twice. */
    static List<Integer> distinct(String name, int[] dims, int rank) {
        var out = new ArrayList<Integer>();
        for (int d : dims) {
            int axis = index(d, rank, name);
            if (out.contains(axis)) {
                throw Refusal.shape(name + " is given an axis twice").at("dims", "axis " + axis + " twice").why("among " + list(dims));
            }
            out.add(axis);
        }
        return out;
    }

    static List<Integer> list(int... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
