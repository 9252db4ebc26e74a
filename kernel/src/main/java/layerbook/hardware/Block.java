package layerbook.hardware;

import java.math.BigInteger;

/**
 * How a format stores numbers in blocks of fixed size: {@code bytes} hold {@code weights} numbers, scales included.
 * Source: ggml, ggml-common.h. Example: Q4_0 stores 32 numbers in 18 bytes, 4.5 bits each.
 */
public record Block(String name, int bytes, int weights) {
    public static final Block F32 = new Block("F32", 4, 1);
    public static final Block F16 = new Block("F16", 2, 1);
    public static final Block BF16 = new Block("BF16", 2, 1);
    public static final Block Q4_0 = new Block("Q4_0", 18, 32);
    public static final Block Q4_1 = new Block("Q4_1", 20, 32);
    public static final Block Q5_0 = new Block("Q5_0", 22, 32);
    public static final Block Q5_1 = new Block("Q5_1", 24, 32);
    public static final Block Q8_0 = new Block("Q8_0", 34, 32);
    public static final Block IQ4_NL = new Block("IQ4_NL", 18, 32);
    public static final Block IQ4_XS = new Block("IQ4_XS", 136, 256);
    public static final Block Q2_K = new Block("Q2_K", 84, 256);
    public static final Block Q3_K = new Block("Q3_K", 110, 256);
    public static final Block Q4_K = new Block("Q4_K", 144, 256);
    public static final Block Q5_K = new Block("Q5_K", 176, 256);
    public static final Block Q6_K = new Block("Q6_K", 210, 256);
    public static final Block MXFP4 = new Block("MXFP4", 17, 32);

    /** The bytes of a tensor whose rows divide into blocks. */
    BigInteger of(BigInteger numbers) {
        return numbers.multiply(BigInteger.valueOf(bytes)).divide(BigInteger.valueOf(weights));
    }

    /** Whether a row of this many numbers divides into blocks. */
    boolean fits(BigInteger row) {
        return row.mod(BigInteger.valueOf(weights)).signum() == 0;
    }

    /** What llama.cpp stores instead if the rows do not divide into blocks. */
    Block fitting(BigInteger row) {
        if (fits(row)) {
            return this;
        }
        Block instead = switch (name) {
            case "Q2_K", "Q3_K", "IQ4_XS" -> IQ4_NL;
            case "Q4_K" -> Q5_0;
            case "Q5_K" -> Q5_1;
            case "Q6_K" -> Q8_0;
            default -> F16;
        };
        return instead.fits(row) ? instead : F16;
    }
}
