package layerbook.layers;

import java.util.ArrayList;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;

/** Reads an axis argument: negative ones count from the end; one that is not there is refused. */
final class Axis {
    private Axis() {}

    static int of(Arguments a, String name, int rank) {
        int axis = a.integer(name);
        int limit = Math.max(1, rank);
        if (axis < -limit || axis >= limit) {
            throw Refusal.shape(a.code() + " has no such axis").at(name, "between " + -limit + " and " + (limit - 1))
                .why("the input has " + rank + " axes: " + -limit + " to " + (limit - 1)).fix(a.with(name, -1).code());
        }
        return axis < 0 ? axis + limit : axis;
    }

    /** The sizes of an input with one axis as a letter. */
    static Expr[] with(Shape shape, int axis, Expr letter) {
        var dims = new ArrayList<>(shape.dims());
        dims.set(axis, letter);
        return dims.toArray(Expr[]::new);
    }
}
