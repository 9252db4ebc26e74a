package layerbook.operations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * Steps in memory from one number of an axis to the next. Whether a tensor can be seen under other sizes without copying follows from them, by
 * PyTorch's rule: axes that are merged or cut must lie in memory one behind the other.
 */
final class Strides {
    private Strides() {}

    /** The steps of the view, or null if there is none. */
    static List<Expr> viewed(TensorType from, Shape to) {
        if (from.strides() == null) {
            return TensorType.contiguous(to);
        }
        List<Expr> sizes = from.shape().dims();
        List<Expr> steps = from.steps();
        var out = new ArrayList<Expr>(Collections.nCopies(to.rank(), Expr.ONE));
        int view = to.rank() - 1;
        Expr base = sizes.isEmpty() ? Expr.ONE : steps.get(steps.size() - 1);
        Expr chunk = Expr.ONE;
        Expr seen = Expr.ONE;
        for (int axis = sizes.size() - 1; axis >= 0; axis--) {
            chunk = chunk.times(sizes.get(axis)).normal();
            boolean breaks = axis == 0 || !sizes.get(axis - 1).isOne() && !steps.get(axis - 1).equals(chunk.times(base).normal());
            if (breaks) {
                while (view >= 0 && (!seen.equals(chunk) || to.dim(view).isOne())) {
                    out.set(view, seen.times(base).normal());
                    seen = seen.times(to.dim(view)).normal();
                    view--;
                    if (exceeds(seen, chunk)) {
                        return null;
                    }
                }
                if (!seen.equals(chunk)) {
                    return null;
                }
                if (axis > 0) {
                    base = steps.get(axis - 1);
                    chunk = Expr.ONE;
                    seen = Expr.ONE;
                }
            }
        }
        return view == -1 ? out : null;
    }

    /** A tensor of these sizes that lies in memory by these steps, as its numbers did before. */
    static TensorType stepped(TensorType from, List<Expr> dims, List<Expr> steps) {
        Shape shape = new Shape(dims);
        return new TensorType(shape, from.dtype(), steps.equals(TensorType.contiguous(shape)) ? null : List.copyOf(steps));
    }

    private static boolean exceeds(Expr a, Expr b) {
        Expr difference = a.minus(b).normal();
        return difference instanceof Expr.Num n && n.value().signum() > 0;
    }
}
