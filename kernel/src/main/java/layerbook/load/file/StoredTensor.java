package layerbook.load.file;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tensor as a file describes it; its values are never read.
 *
 * @param name dotted, as in the file
 * @param shape its sizes, outermost first
 * @param type how its numbers are stored
 * @param storage which stored bytes it shows; two tensors with the same text share them; null where the format does not say
 */
public record StoredTensor(String name, List<Long> shape, StoredType type, String storage) {
    public StoredTensor {
        shape = List.copyOf(shape);
    }

    public StoredTensor(String name, List<Long> shape, StoredType type) {
        this(name, shape, type, null);
    }

    /** How many numbers it holds. */
    public BigInteger numel() {
        return shape.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** The bytes that its numbers take. */
    public BigInteger bytes() {
        return type.bytes(numel());
    }

    /** The same tensor under another name. */
    public StoredTensor named(String other) {
        return new StoredTensor(other, shape, type, storage);
    }

    /** The shape as in tables: {@code 64×3×7×7}; {@code scalar} without axes. */
    public String shapeText() {
        return shape.isEmpty() ? "scalar" : shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }

    @Override public String toString() {
        return name + "  " + shapeText() + "  " + type.name();
    }
}
