package layerbook.shape;

import java.util.Locale;
import java.util.Optional;

/** The kind of number in a tensor, with its size in bytes. */
public enum DType {
    FLOAT64(8, Family.FRACTION), FLOAT32(4, Family.FRACTION), FLOAT16(2, Family.FRACTION), BFLOAT16(2, Family.FRACTION), FLOAT8(1, Family.FRACTION),
    INT64(8, Family.WHOLE), INT32(4, Family.WHOLE), INT16(2, Family.WHOLE), INT8(1, Family.WHOLE), UINT8(1, Family.WHOLE), BOOL(1, Family.BOOL),
    COMPLEX128(16, Family.COMPLEX), COMPLEX64(8, Family.COMPLEX), COMPLEX32(4, Family.COMPLEX);

    /** The families of numbers, each within the next. */
    public enum Family {
        BOOL, WHOLE, FRACTION, COMPLEX
    }

    private final int bytes;
    private final Family family;

    DType(int bytes, Family family) {
        this.bytes = bytes;
        this.family = family;
    }

    public int bytes() {
        return bytes;
    }

    public Family family() {
        return family;
    }

    /** Whether it holds real numbers with a fraction. */
    public boolean isFloating() {
        return family == Family.FRACTION;
    }

    public boolean isComplex() {
        return family == Family.COMPLEX;
    }

    /** The type of the real part of a complex number; itself for the others. */
    public DType real() {
        return switch (this) {
            case COMPLEX128 -> FLOAT64;
            case COMPLEX64 -> FLOAT32;
            case COMPLEX32 -> FLOAT16;
            default -> this;
        };
    }

    /** The complex type with such parts: complex64 for float32 and for all that is no fraction. */
    public DType complex() {
        return switch (this) {
            case FLOAT64 -> COMPLEX128;
            case FLOAT16 -> COMPLEX32;
            default -> isComplex() ? this : COMPLEX64;
        };
    }

    /** PyTorch's name, e.g. {@code float32}. */
    public String torchName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of PyTorch's name or of one of its aliases: {@code float32}, {@code float}, {@code long}, {@code half} ... */
    public static Optional<DType> of(String torchName) {
        return Optional.ofNullable(switch (torchName) {
            case "float" -> FLOAT32;
            case "double" -> FLOAT64;
            case "half" -> FLOAT16;
            case "long" -> INT64;
            case "int" -> INT32;
            case "short" -> INT16;
            case "char" -> INT8;
            case "byte" -> UINT8;
            case "cfloat" -> COMPLEX64;
            case "cdouble" -> COMPLEX128;
            case "chalf" -> COMPLEX32;
            default -> java.util.Arrays.stream(values()).filter(d -> d.torchName().equals(torchName)).findFirst().orElse(null);
        });
    }
}
