package layerbook.torch;

import layerbook.python.PyModule;
import layerbook.shape.DType;

/** {@code torch.finfo} and {@code torch.iinfo}: the largest and smallest numbers of a kind. */
final class NumberLimits {
    private NumberLimits() {}

    static PyModule real(DType dtype) {
        double max = dtype == DType.FLOAT64 ? Double.MAX_VALUE : dtype == DType.FLOAT16 ? 65504.0 : dtype == DType.BFLOAT16 ? 3.3895313892515355e38 : 3.4028234663852886e38;
        double eps = dtype == DType.FLOAT64 ? 0x1p-52 : dtype == DType.FLOAT16 ? 0x1p-10 : dtype == DType.BFLOAT16 ? 0x1p-7 : 0x1p-23;
        double tiny = dtype == DType.FLOAT64 ? Double.MIN_NORMAL : dtype == DType.FLOAT16 ? 0x1p-14 : 0x1p-126;
        return new PyModule("finfo").set("max", max).set("min", -max).set("eps", eps).set("tiny", tiny).set("smallest_normal", tiny).set("bits", 8L * dtype.bytes());
    }

    static PyModule whole(DType dtype) {
        int bits = 8 * dtype.bytes();
        boolean signed = dtype != DType.UINT8;
        long max = signed ? (1L << (bits - 2)) - 1 + (1L << (bits - 2)) : 255;
        return new PyModule("iinfo").set("max", max).set("min", signed ? -max - 1 : 0L).set("bits", (long) bits);
    }
}
