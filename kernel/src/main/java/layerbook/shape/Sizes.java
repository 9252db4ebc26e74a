package layerbook.shape;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;

/** The arithmetic of sizes: how many windows fit, what broadcasting gives. Sources: the shape sections of the PyTorch documentation. */
public final class Sizes {
    private Sizes() {}

    /** How many windows of {@code k} fit: ⌊(size + before + after − d·(k − 1) − 1) / s⌋ + 1. */
    public static Expr windows(Expr size, Expr padding, Expr dilation, Expr kernel, Expr stride) {
        return reach(size, padding, dilation, kernel).floorOver(stride).plus(1);
    }

    /** The same with the quotient rounded up (ceil mode); a window that would begin in the right padding is left out by the caller. */
    public static Expr windowsCeil(Expr size, Expr padding, Expr dilation, Expr kernel, Expr stride) {
        return reach(size, padding, dilation, kernel).ceilOver(stride).plus(1);
    }

    private static Expr reach(Expr size, Expr padding, Expr dilation, Expr kernel) {
        Expr padded = padding.isZero() ? size : size.plus(Expr.of(2).times(padding));
        return dilation.isOne() ? padded.minus(kernel) : padded.minus(dilation.times(kernel.minus(1))).minus(1);
    }

    /** The shape that both broadcast to, or null if they do not: axes are matched from the last; a 1 stretches. */
    public static Shape broadcast(Shape a, Shape b) {
        var out = new ArrayList<Expr>();
        int rank = Math.max(a.rank(), b.rank());
        for (int i = 1; i <= rank; i++) {
            Expr x = i <= a.rank() ? a.dim(-i) : Expr.ONE;
            Expr y = i <= b.rank() ? b.dim(-i) : Expr.ONE;
            if (!x.equals(y) && !x.isOne() && !y.isOne()) {
                return null;
            }
            out.add(0, x.isOne() ? y : x);
        }
        return new Shape(out);
    }

    /**
     * The place of an axis; negative ones count from the end, and a scalar counts as having one.
     *
     * @throws Refusal if there is no such axis; the operation is named in it
     */
    public static int axis(int axis, int rank, String operation) {
        int limit = Math.max(rank, 1);
        if (axis < -limit || axis >= limit) {
            throw Refusal.shape(operation + ": there is no axis " + axis)
                .why("a tensor with " + rank + " axes has axes " + -limit + " to " + (limit - 1))
                .at("dim", "between " + -limit + " and " + (limit - 1));
        }
        return axis < 0 ? axis + limit : axis;
    }

    /** Whether two sizes are known to be different numbers (two symbols may yet be equal). */
    public static boolean differ(Expr a, Expr b) {
        Expr difference = a.minus(b).normal();
        return difference.isNumber() && !difference.isZero();
    }

    /** What is added to a refusal of two unequal sizes of which one is a formula: they may be equal, but nobody can show it. Else nothing. */
    public static String doubt(Expr a, Expr b) {
        return differ(a, b) ? "" : "; " + a.text() + " and " + b.text() + " cannot be shown to be equal";
    }

    public static List<Expr> numbers(long... of) {
        return Shape.of(of).dims();
    }
}
