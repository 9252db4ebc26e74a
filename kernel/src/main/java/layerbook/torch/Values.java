package layerbook.torch;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import layerbook.formula.Expr;
import layerbook.python.PyList;
import layerbook.shape.DType;
import layerbook.shape.Shape;

/**
 * The numbers in a small tensor, row by row, for code that computes sizes from them. Where an operation is not among those below, its
 * numbers are unknown from there on.
 */
final class Values {
    /** A tensor with more numbers has none that are known. */
    static final int MOST = 1 << 16;

    private final double[] data;

    private Values(double[] data) {
        this.data = data;
    }

    /** These numbers as the dtype keeps them: whole, yes or no, or rounded to its precision. */
    static Values of(DType dtype, double... data) {
        if (data.length > MOST) {
            return null;
        }
        double[] kept = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            kept[i] = kept(dtype, data[i]);
        }
        return new Values(kept);
    }

    private static double kept(DType dtype, double value) {
        return switch (dtype) {
            case FLOAT64 -> value;
            case FLOAT32, FLOAT16, BFLOAT16, FLOAT8 -> (float) value;
            case BOOL -> value != 0 ? 1 : 0;
            default -> value < 0 ? Math.ceil(value) : Math.floor(value);
        };
    }

    static Values filled(DType dtype, Shape shape, double value) {
        int n = count(shape);
        if (n < 0) {
            return null;
        }
        double[] data = new double[n];
        Arrays.fill(data, value);
        return of(dtype, data);
    }

    /** How many numbers a shape holds; -1 for too many, or a number that is not known. */
    static int count(Shape shape) {
        Expr n = shape.numel();
        return n instanceof Expr.Num k && k.value().bitLength() < 31 && k.value().intValueExact() <= MOST ? k.value().intValueExact() : -1;
    }

    int size() {
        return data.length;
    }

    double get(int i) {
        return data[i];
    }

    /** A number as Python has it. */
    Object python(DType dtype, int i) {
        return dtype == DType.BOOL ? (Object) (data[i] != 0) : dtype.isFloating() ? (Object) data[i] : (Object) (long) data[i];
    }

    /** Nested lists, as {@code tolist} gives. */
    Object list(DType dtype, Shape shape) {
        return list(dtype, sizes(shape), 0, 0, data.length);
    }

    private Object list(DType dtype, int[] sizes, int axis, int from, int count) {
        if (axis == sizes.length) {
            return python(dtype, from);
        }
        var out = new PyList();
        int step = sizes[axis] == 0 ? 0 : count / sizes[axis];
        for (int i = 0; i < sizes[axis]; i++) {
            out.add(list(dtype, sizes, axis + 1, from + i * step, step));
        }
        return out;
    }

    private static int[] sizes(Shape shape) {
        return shape.dims().stream().mapToInt(e -> ((Expr.Num) e).value().intValueExact()).toArray();
    }

    // ---- operations

    private static DoubleUnaryOperator unary(String name) {
        return switch (name) {
            case "neg" -> x -> -x;
            case "abs" -> Math::abs;
            case "sqrt" -> Math::sqrt;
            case "exp" -> Math::exp;
            case "log" -> Math::log;
            case "sin" -> Math::sin;
            case "cos" -> Math::cos;
            case "floor" -> Math::floor;
            case "ceil" -> Math::ceil;
            case "round" -> Math::rint;
            case "trunc" -> x -> x < 0 ? Math.ceil(x) : Math.floor(x);
            case "square" -> x -> x * x;
            case "reciprocal" -> x -> 1 / x;
            case "sign" -> Math::signum;
            case "logical_not" -> x -> x == 0 ? 1 : 0;
            case "contiguous", "clone", "detach", "view", "reshape", "flatten", "unflatten", "squeeze", "unsqueeze", "view_as", "reshape_as" -> x -> x;
            default -> null;
        };
    }

    private static DoubleBinaryOperator binary(String name) {
        return switch (name) {
            case "add" -> Double::sum;
            case "sub" -> (x, y) -> x - y;
            case "rsub" -> (x, y) -> y - x;
            case "mul" -> (x, y) -> x * y;
            case "div" -> (x, y) -> x / y;
            case "floor_divide" -> (x, y) -> Math.floor(x / y);
            case "remainder" -> (x, y) -> x - y * Math.floor(x / y);
            case "pow" -> Math::pow;
            case "maximum" -> Math::max;
            case "minimum" -> Math::min;
            case "eq" -> (x, y) -> x == y ? 1 : 0;
            case "ne" -> (x, y) -> x != y ? 1 : 0;
            case "lt" -> (x, y) -> x < y ? 1 : 0;
            case "le" -> (x, y) -> x <= y ? 1 : 0;
            case "gt" -> (x, y) -> x > y ? 1 : 0;
            case "ge" -> (x, y) -> x >= y ? 1 : 0;
            case "logical_and" -> (x, y) -> x != 0 && y != 0 ? 1 : 0;
            case "logical_or" -> (x, y) -> x != 0 || y != 0 ? 1 : 0;
            default -> null;
        };
    }

    /** What an operation of one tensor gives without further arguments, or moves no number: null where it is not known. */
    static Values of(String operation, Values x, TensorLike out) {
        DoubleUnaryOperator f = x == null ? null : unary(operation);
        return f == null || count(out.shape()) != x.data.length ? null : of(out.dtype(), Arrays.stream(x.data).map(f).toArray());
    }

    /** What an operation of two gives, sizes broadcast; null where it is not known. */
    static Values of(String operation, TensorLike a, TensorLike b, TensorLike out) {
        DoubleBinaryOperator f = binary(operation);
        int n = count(out.shape());
        if (f == null || n < 0 || a.values() == null || b.values() == null) {
            return null;
        }
        int[] sizes = sizes(out.shape());
        double[] result = new double[n];
        int[] at = new int[sizes.length];
        for (int i = 0; i < n; i++) {
            result[i] = f.applyAsDouble(a.values().data[offset(a, at)], b.values().data[offset(b, at)]);
            for (int axis = sizes.length - 1; axis >= 0 && ++at[axis] == sizes[axis]; axis--) {
                at[axis] = 0;
            }
        }
        return of(out.dtype(), result);
    }

    private static int offset(TensorLike t, int[] at) {
        int[] sizes = sizes(t.shape());
        int offset = 0;
        for (int i = 0; i < sizes.length; i++) {
            offset = offset * sizes[i] + (sizes[i] == 1 ? 0 : at[at.length - sizes.length + i]);
        }
        return offset;
    }

    /** Of all numbers: {@code sum}, {@code prod}, {@code max}, {@code min}, {@code mean}, {@code any}, {@code all}; null for another name. */
    Values reduced(String operation, DType dtype) {
        if (data.length == 0) {
            return null;
        }
        return switch (operation) {
            case "sum" -> of(dtype, Arrays.stream(data).sum());
            case "mean" -> of(dtype, Arrays.stream(data).sum() / data.length);
            case "prod" -> of(dtype, Arrays.stream(data).reduce(1, (a, b) -> a * b));
            case "max", "amax" -> of(dtype, Arrays.stream(data).max().getAsDouble());
            case "min", "amin" -> of(dtype, Arrays.stream(data).min().getAsDouble());
            case "any" -> of(dtype, Arrays.stream(data).anyMatch(x -> x != 0) ? 1 : 0);
            case "all" -> of(dtype, Arrays.stream(data).allMatch(x -> x != 0) ? 1 : 0);
            default -> null;
        };
    }

    Values cumulated(DType dtype) {
        double[] sums = data.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return of(dtype, sums);
    }

    /** Each number minus the one before it. */
    Values differences(DType dtype) {
        double[] out = new double[Math.max(0, data.length - 1)];
        for (int i = 0; i < out.length; i++) {
            out[i] = data[i + 1] - data[i];
        }
        return of(dtype, out);
    }

    Values as(DType dtype) {
        return of(dtype, data);
    }

    /** The numbers of a place on the first axis, or of places one after the other. */
    Values rows(int from, int to, int of) {
        int step = of == 0 ? 0 : data.length / of;
        return new Values(Arrays.copyOfRange(data, from * step, to * step));
    }

    static Values joined(List<Values> all) {
        if (all.stream().anyMatch(java.util.Objects::isNull)) {
            return null;
        }
        double[] data = all.stream().flatMapToDouble(v -> Arrays.stream(v.data)).toArray();
        return data.length > MOST ? null : new Values(data);
    }

    /** A tensor or number as far as its values are asked for. */
    record TensorLike(Shape shape, DType dtype, Values values) {
        static TensorLike number(double value) {
            return new TensorLike(Shape.of(new long[0]), DType.FLOAT64, new Values(new double[] {value}));
        }
    }
}
