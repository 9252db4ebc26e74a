package layerbook.hardware;

import java.math.BigInteger;

/**
 * A number format for stored weights. It says of each tensor how it is stored, since most formats keep some tensors in another type.
 * {@code NF4} and {@code Q4_K_M} are formats, and so is each {@code DType}.
 */
public interface Format {
    /** The name that users type, e.g. {@code Q4_K_M}. */
    String name();

    /** One sentence: what is stored how, and where that is laid down. */
    String sentence();

    /** How one tensor of a network is stored. */
    Stored store(WeightTensor tensor, Weights all);

    /**
     * A stored tensor.
     *
     * @param tensor the tensor
     * @param type the type that it is stored in, e.g. {@code Q6_K}
     * @param bytes how many bytes it takes, scales included
     */
    record Stored(WeightTensor tensor, String type, BigInteger bytes) {
        static Stored in(WeightTensor tensor, Block block) {
            return new Stored(tensor, block.name(), block.of(tensor.size()));
        }
    }
}
