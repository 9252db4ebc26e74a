package layerbook.hardware;

import java.math.BigInteger;
import java.util.function.Function;

/**
 * Stores the matrices of linear layers in a small type and everything else in 16 bits: input tables, output tables, vectors.
 *
 * @param name what users type
 * @param sentence how a matrix is stored, with the source
 * @param bytes how many bytes a matrix takes, scales included
 */
record LinearFormat(String name, String sentence, Function<WeightTensor, BigInteger> bytes) implements Format {
    private static final BigInteger TWO = BigInteger.TWO;

    @Override public Stored store(WeightTensor tensor, Weights all) {
        return tensor.use() == WeightTensor.Use.MATRIX && !TensorRole.of(tensor.name()).isRouter()
            ? new Stored(tensor, name, bytes.apply(tensor)) : new Stored(tensor, "16 bit", tensor.size().multiply(TWO));
    }

    /** GPTQ and AWQ: 4 bits a number, and for each group along a row a 16-bit scale and a 4-bit zero. */
    static BigInteger grouped(WeightTensor t, int group) {
        BigInteger rows = t.size().divide(t.row());
        BigInteger groups = rows.multiply(ceil(t.row(), BigInteger.valueOf(group)));
        return ceil(t.size().multiply(BigInteger.valueOf(4)).add(groups.multiply(BigInteger.valueOf(16 + 4))), BigInteger.valueOf(8));
    }

    /** NF4: 4 bits a number and a float32 scale for each 64. */
    static BigInteger nf4(WeightTensor t) {
        BigInteger blocks = ceil(t.size(), BigInteger.valueOf(64));
        return ceil(t.size(), TWO).add(blocks.multiply(BigInteger.valueOf(4)));
    }

    /** NF4 whose scales are themselves stored in 8 bits, with a float32 for each 256 of them. */
    static BigInteger doubleNf4(WeightTensor t) {
        BigInteger blocks = ceil(t.size(), BigInteger.valueOf(64));
        return ceil(t.size(), TWO).add(blocks).add(ceil(blocks, BigInteger.valueOf(256)).multiply(BigInteger.valueOf(4)));
    }

    /** FP8 in squares of 128 by 128 with a float32 scale each. */
    static BigInteger fp8(WeightTensor t) {
        BigInteger square = BigInteger.valueOf(128);
        BigInteger scales = ceil(t.size().divide(t.row()), square).multiply(ceil(t.row(), square));
        return t.size().add(scales.multiply(BigInteger.valueOf(4)));
    }

    static BigInteger ceil(BigInteger a, BigInteger b) {
        return a.add(b).subtract(BigInteger.ONE).divide(b);
    }
}
