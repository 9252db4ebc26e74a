package layerbook.load.onnx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;

/**
 * A small tensor whose values are known: sizes as formulas, scales as numbers with a fraction. Example: the shape of N×3×32×32 is {@code [N, 3, 32, 32]}.
 *
 * @param dims its sizes
 * @param items the values in row-major order: each an {@link Expr} or a Double
 * @param type ONNX's code of the type
 */
record Known(List<Long> dims, List<Object> items, int type) {
    /** Tables that are larger than lists of sizes are tensors, not sizes. */
    static final int MOST = 2048;
    private static final BigInteger FARTHEST = BigInteger.ONE.shiftLeft(62);

    Known {
        dims = List.copyOf(dims);
        items = List.copyOf(items);
    }

    /** A list of sizes. */
    static Known list(List<? extends Object> items) {
        return new Known(List.of((long) items.size()), new ArrayList<Object>(items), OnnxType.INT64);
    }

    /** The values of a stored tensor, or null if they were passed over. */
    static Known of(OnnxTensor t) {
        BigInteger count = t.numel();
        List<?> values = t.numbers() != null ? t.numbers() : t.reals();
        if (values == null || count.compareTo(BigInteger.valueOf(MOST)) > 0 || values.size() != count.intValue()) {
            return null;
        }
        var items = new ArrayList<Object>();
        values.forEach(v -> items.add(v instanceof Long n ? Expr.of(n) : v));
        return new Known(t.dims(), items, t.type());
    }

    /** So many times one value. */
    static Known filled(List<Long> dims, Object item, int type) {
        BigInteger count = dims.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
        return count.compareTo(BigInteger.valueOf(MOST)) > 0 ? null : new Known(dims, Collections.nCopies(count.intValue(), item), type);
    }

    boolean isSingle() {
        return items.size() == 1;
    }

    /** The values as sizes, or null if one has a fraction. */
    List<Expr> sizes() {
        var out = new ArrayList<Expr>();
        for (Object item : items) {
            Expr size = size(item);
            if (size == null) {
                return null;
            }
            out.add(size);
        }
        return out;
    }

    /** The value as a size; a number with a fraction has none. */
    static Expr size(Object item) {
        return item instanceof Expr e ? e : item instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15 ? Expr.of(d.longValue()) : null;
    }

    /** The values as plain whole numbers, or null if one is a formula or has a fraction; what lies past 2^62, as "to the end" does, is 2^62. */
    List<Long> numbers() {
        List<Expr> sizes = sizes();
        return sizes == null || sizes.stream().anyMatch(s -> !s.isNumber()) ? null
            : sizes.stream().map(s -> s.exact().max(FARTHEST.negate()).min(FARTHEST).longValue()).toList();
    }

    /** A value as a number with a fraction; NaN for a formula. */
    static double real(Object item) {
        return item instanceof Double d ? d : item instanceof Expr.Num n ? n.value().doubleValue() : Double.NaN;
    }

    Known as(List<Long> otherDims) {
        return new Known(otherDims, items, type);
    }
}
