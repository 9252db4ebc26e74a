package layerbook.load.file;

import java.math.BigInteger;

/**
 * How numbers are stored: so many of them together in a block of so many bits.
 *
 * @param name the format's own name in PyTorch's spelling where there is one, e.g. {@code float32}, {@code Q4_K}
 * @param block numbers in a block; 1 unless the type is quantised in blocks
 * @param bits bits of a block, scales included
 */
public record StoredType(String name, int block, int bits) {
    /** A type without blocks. */
    public static StoredType plain(String name, int bits) {
        return new StoredType(name, 1, bits);
    }

    /** The bytes of so many numbers; a block or byte that is begun counts whole. */
    public BigInteger bytes(BigInteger numbers) {
        BigInteger blocks = ceiling(numbers, block);
        return ceiling(blocks.multiply(BigInteger.valueOf(bits)), Byte.SIZE);
    }

    private static BigInteger ceiling(BigInteger n, int by) {
        return n.add(BigInteger.valueOf(by - 1)).divide(BigInteger.valueOf(by));
    }
}
