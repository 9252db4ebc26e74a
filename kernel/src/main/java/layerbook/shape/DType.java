package layerbook.shape;

/** The kind of number in a tensor, with its size in bytes. */
public enum DType {
    FLOAT64(8, true), FLOAT32(4, true), FLOAT16(2, true), BFLOAT16(2, true), FLOAT8(1, true),
    INT64(8, false), INT32(4, false), INT16(2, false), INT8(1, false), UINT8(1, false), BOOL(1, false);

    private final int bytes;
    private final boolean floating;

    DType(int bytes, boolean floating) {
        this.bytes = bytes;
        this.floating = floating;
    }

    public int bytes() {
        return bytes;
    }

    public boolean isFloating() {
        return floating;
    }

    /** PyTorch's name, e.g. {@code float32}. */
    public String torchName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
