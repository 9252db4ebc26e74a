package layerbook.shape;

import java.util.List;
import layerbook.shape.DType.Family;

/**
 * The kind of number that an operation on several kinds gives, by PyTorch's rules of type promotion: tensors with axes count most, then tensors
 * without, then plain numbers; a lower rank of these three widens the result only if its family is higher (bool, whole, fraction, complex).
 * Source: torch.result_type, c10/core/ScalarType.h.
 * <pre>{@code
 * Promotion.of(List.of(Operand.tensor(INT64, 1), Operand.number(FLOAT32)));     // i + 0.5: float32
 * }</pre>
 */
public final class Promotion {
    /** What takes part: a tensor with axes, a tensor without, or a plain number. */
    public record Operand(DType dtype, Rank rank) {
        /** How much it counts. */
        public enum Rank { AXES, NONE, NUMBER }

        public static Operand tensor(DType dtype, int axes) {
            return new Operand(dtype, axes > 0 ? Rank.AXES : Rank.NONE);
        }

        public static Operand tensor(TensorType type) {
            return tensor(type.dtype(), type.rank());
        }

        /** A plain number of this family: INT64 for whole ones, FLOAT32 with a fraction, BOOL, COMPLEX64. */
        public static Operand number(DType dtype) {
            return new Operand(dtype, Rank.NUMBER);
        }
    }

    private static final List<DType> SIGNED = List.of(DType.INT8, DType.INT16, DType.INT32, DType.INT64);

    private Promotion() {}

    /** The kind of the result. */
    public static DType of(List<Operand> operands) {
        DType[] by = new DType[Operand.Rank.values().length];
        for (Operand o : operands) {
            int at = o.rank().ordinal();
            by[at] = by[at] == null ? o.dtype() : of(by[at], o.dtype());
        }
        return over(by[0], over(by[1], by[2]));
    }

    /** The kinds of tensors, all of them with axes. */
    public static DType ofTensors(List<TensorType> types) {
        return of(types.stream().map(Operand::tensor).toList());
    }

    /** The first, unless the second is of a higher family. */
    private static DType over(DType first, DType second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        if (first.isComplex()) {
            return first;
        }
        if (first.isFloating()) {
            return second.isComplex() ? first.complex() : first;
        }
        return first == DType.BOOL || second.isFloating() || second.isComplex() ? of(first, second) : first;
    }

    /** The narrowest kind that holds both. */
    public static DType of(DType a, DType b) {
        if (a == b) {
            return a;
        }
        DType low = a.family().compareTo(b.family()) <= 0 ? a : b;
        DType high = low == a ? b : a;
        if (low.family() != high.family()) {
            return high.isComplex() && low.isFloating() ? of(low.complex(), high) : high;
        }
        return switch (high.family()) {
            case BOOL -> a;
            case WHOLE -> whole(a, b);
            case FRACTION -> fraction(a, b);
            case COMPLEX -> a.bytes() > b.bytes() ? a : b;
        };
    }

    private static DType whole(DType a, DType b) {
        if (a == DType.UINT8 || b == DType.UINT8) {
            DType other = a == DType.UINT8 ? b : a;
            return other == DType.INT8 ? DType.INT16 : other;
        }
        return SIGNED.indexOf(a) > SIGNED.indexOf(b) ? a : b;
    }

    private static DType fraction(DType a, DType b) {
        return a.bytes() == b.bytes() ? DType.FLOAT32 : a.bytes() > b.bytes() ? a : b;
    }

    /** The kind that a function with a fraction gives of whole numbers and truth values: float32; the others stay. */
    public static DType fraction(DType of) {
        return of.family().compareTo(Family.FRACTION) < 0 ? DType.FLOAT32 : of;
    }

    /** Whether a result of this kind may be written into a tensor of another, as PyTorch's in-place operations do. */
    public static boolean canCast(DType from, DType to) {
        boolean wholeToBool = to == DType.BOOL && from != DType.BOOL;
        return !wholeToBool && (to.family().compareTo(from.family()) >= 0 || from.family() == Family.WHOLE && to.family() == Family.WHOLE);
    }
}
