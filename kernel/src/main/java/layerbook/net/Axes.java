package layerbook.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import layerbook.layer.Inputs;
import layerbook.layer.Option;
import layerbook.shape.Refusal;

/** Reads axis numbers as PyTorch does: one by one or in lists, by position or by name; negative ones count from the end. */
final class Axes {
    private Axes() {}

    static int index(int axis, int rank, String operation) {
        int limit = Math.max(rank, 1);
        if (axis < -limit || axis >= limit) {
            throw Refusal.shape(operation + ": there is no axis " + axis).why("a tensor with " + rank + " axes has axes " + -limit + " to " + (limit - 1))
                .at("dim", "between " + -limit + " and " + (limit - 1));
        }
        return axis < 0 ? axis + limit : axis;
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

    static int[] ints(Object... dims) {
        return Numbers.exprs(dims).stream().mapToInt(e -> Numbers.whole(e, "dims")).toArray();
    }

    /** The values of an argument that may be named: {@code dims(1, 2)}. */
    static Object[] unnamed(String name, Object... given) {
        return given.length == 1 && given[0] instanceof Option o && o.name().equals(name) ? o.values().toArray() : given;
    }

    /** The axis by position or as {@code dim(..)}; 0 if it is not named. */
    static int one(Object... given) {
        if (given.length == 0) {
            return 0;
        } else if (given.length == 1 && given[0] instanceof Option o) {
            return Numbers.axis(o);
        }
        return Numbers.whole(Numbers.expr(given[0]), "dim");
    }
}
