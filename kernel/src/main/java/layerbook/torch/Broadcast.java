package layerbook.torch;

import java.util.ArrayList;
import layerbook.formula.Expr;
import layerbook.python.Errors;
import layerbook.shape.Shape;

/** Sizes made equal as PyTorch does: from the last axis on, 1 stands for any. */
final class Broadcast {
    private Broadcast() {}

    static Shape of(Shape a, Shape b) {
        var dims = new ArrayList<Expr>();
        int rank = Math.max(a.rank(), b.rank());
        for (int i = 0; i < rank; i++) {
            Expr one = at(a, i - rank + a.rank());
            Expr other = at(b, i - rank + b.rank());
            if (!one.isOne() && !other.isOne() && !one.equals(other)) {
                throw Errors.index("shape mismatch: indexing tensors could not be broadcast together with shapes " + a.text() + ", " + b.text());
            }
            dims.add(one.isOne() ? other : one);
        }
        return new Shape(dims);
    }

    private static Expr at(Shape shape, int axis) {
        return axis < 0 ? Expr.ONE : shape.dim(axis);
    }

    /** Refuses a value that cannot be written into a place of that shape. */
    static void fits(Shape value, Shape place) {
        int extra = value.rank() - place.rank();
        for (int i = 0; i < value.rank(); i++) {
            Expr size = value.dim(i);
            Expr there = at(place, i - extra);
            if (!size.isOne() && !size.equals(there) && !(size.minus(there).normal().isZero())) {
                throw Errors.runtime("The expanded size of the tensor (" + there.text() + ") must match the existing size (" + size.text()
                    + ") at non-singleton dimension " + Math.max(0, i - extra) + ".  Target sizes: [" + place.text() + "].  Tensor sizes: [" + value.text() + "]");
            }
        }
    }
}
