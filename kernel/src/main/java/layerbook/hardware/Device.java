package layerbook.hardware;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.shape.Refusal;

/**
 * A device as its maker describes it: memory, bandwidth, and dense peaks by number format.
 *
 * @param name e.g. {@code RTX 4090}
 * @param kind what sort of device it is
 * @param memoryGib memory as sold; a "24 GB" card has 24 GiB
 * @param bandwidth bytes a second between memory and the units that compute
 * @param peaks dense operations a second, 2 for each multiply-add; no sparsity, sums in float32 where the key does not say otherwise
 * @param year when it came out, or 0
 * @param source where the figures come from
 */
public record Device(String name, Kind kind, BigDecimal memoryGib, BigDecimal bandwidth, Map<Peak, BigDecimal> peaks, int year, String source) {
    /** What sort of device it is: it decides what part of the memory a network can have. */
    public enum Kind { GPU, TPU, APPLE, EDGE }

    /** The number formats that makers state peaks for. */
    public enum Peak {
        FP32, TF32, FP16, BF16, FP16_FP16ACC, FP8, INT8, FP4, INT4;

        /**
         * The peak of a format or type by which users name it: {@code FLOAT16}, {@code BFLOAT16}, {@code FP8}.
         *
         * @throws Refusal if makers state none for it
         */
        public static Peak named(Object format) {
            String name = format instanceof Format f ? f.name() : String.valueOf(format);
            return switch (name) {
                case "FLOAT32" -> FP32;
                case "FLOAT16", "F16" -> FP16;
                case "BFLOAT16" -> BF16;
                case "FP8" -> FP8;
                case "INT8" -> INT8;
                default -> throw Refusal.option("no peak is stated for " + name).why("peaks are those of FLOAT32, FLOAT16, BFLOAT16, FP8 and INT8")
                    .fix("tflops(BFLOAT16, 100)");
            };
        }

        /** The peak that numbers of this type are multiplied at, best first; weights in few bits are multiplied in 16 bits. */
        static List<Peak> of(String format) {
            return switch (format) {
                case "FLOAT32" -> List.of(TF32, FP32);
                case "FLOAT64" -> List.of();
                case "BFLOAT16" -> List.of(BF16, FP16, FP32);
                case "FP8" -> List.of(FP8, BF16, FP16, FP32);
                case "INT8" -> List.of(INT8, BF16, FP16, FP32);
                default -> List.of(FP16, BF16, FP32);
            };
        }
    }

    private static final BigInteger GIB = BigInteger.ONE.shiftLeft(30);

    public Device {
        peaks = peaks.isEmpty() ? Map.of() : new EnumMap<>(peaks);
    }

    /** All its memory in bytes. */
    public BigInteger memory() {
        return memoryGib.multiply(new BigDecimal(GIB)).toBigInteger();
    }

    /** What driver and context take of a graphics card: about 1 GiB. Nothing is taken off for other kinds. */
    public BigInteger reserved() {
        return kind == Kind.GPU ? GIB : BigInteger.ZERO;
    }

    /** What a network can have. */
    public BigInteger usable() {
        return memory().subtract(reserved());
    }

    /** Bytes a second. */
    public Expr bandwidthExpr() {
        return Expr.of(bandwidth.toBigInteger());
    }

    /**
     * The peak for numbers of a format.
     *
     * @throws Refusal if the maker states none that would do
     */
    public PeakOf peak(Format format) {
        for (Peak p : Peak.of(format.name())) {
            if (peaks.containsKey(p)) {
                return new PeakOf(p, peaks.get(p).toBigInteger());
            }
        }
        throw Refusal.option(name + " has no peak for " + format.name()).why("known are " + peaks.keySet()).fix("devices()");
    }

    /** The peak for training: dense BFLOAT16, else FLOAT16. */
    public PeakOf trainingPeak() {
        return peak(Formats.find("BFLOAT16").orElseThrow());
    }

    @Override public String toString() {
        String most = peaks.entrySet().stream().map(e -> e.getKey() + " " + e.getValue().movePointLeft(12).stripTrailingZeros().toPlainString())
            .collect(java.util.stream.Collectors.joining(", "));
        return name + ": " + memoryGib.stripTrailingZeros().toPlainString() + " GiB, " + bandwidth.movePointLeft(9).stripTrailingZeros().toPlainString()
            + " GB/s; dense 10^12 operations a second: " + most + " (" + source + ")";
    }

    /** A peak and the units that reach it. */
    public record PeakOf(Peak peak, BigInteger operations) {}
}
