package layerbook.shape;

import java.util.List;
import layerbook.formula.Expr;

/**
 * What is known of a tensor without its values: sizes, kind of number, and how it lies in memory
 * (the strides, because PyTorch's {@code view} depends on them; null means contiguous).
 */
public record TensorType(Shape shape, DType dtype, List<Expr> strides) {
    public TensorType(Shape shape, DType dtype) {
        this(shape, dtype, null);
    }

    public static TensorType of(Shape shape) {
        return new TensorType(shape, DType.FLOAT32);
    }

    public int rank() {
        return shape.rank();
    }

    public TensorType withShape(Shape other) {
        return new TensorType(other, dtype);
    }

    /** The step in memory along each axis, for a tensor without gaps in row-major order unless it says otherwise. */
    public List<Expr> steps() {
        return strides != null ? strides : contiguous(shape);
    }

    public boolean isContiguous() {
        return strides == null || strides.equals(contiguous(shape));
    }

    /** Whether the axes from (inclusive) to (exclusive) lie one behind the other in memory, so that they can be seen as one without copying. */
    public boolean merges(int from, int to) {
        if (strides == null) {
            return true;
        }
        Expr next = null;
        for (int axis = to - 1; axis >= from; axis--) {
            if (shape.dim(axis).isOne()) {
                continue;
            }
            if (next != null && !strides.get(axis).equals(next)) {
                return false;
            }
            next = strides.get(axis).times(shape.dim(axis)).normal();
        }
        return true;
    }

    public static List<Expr> contiguous(Shape shape) {
        var steps = new java.util.ArrayList<Expr>();
        Expr step = Expr.ONE;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            steps.add(0, step);
            step = step.times(shape.dim(axis)).normal();
        }
        return steps;
    }

    public String text() {
        return dtype == DType.FLOAT32 ? shape.text() : shape.text() + " " + dtype.torchName();
    }
}
