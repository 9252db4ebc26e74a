package layerbook.load.onnx;

import java.math.BigInteger;
import java.util.List;

/**
 * A stored tensor of an ONNX file. Values are kept of small ones only: they may be sizes.
 *
 * @param name as in the graph
 * @param dims its sizes
 * @param type its code
 * @param numbers the values of a small tensor of whole numbers or flags, else null
 * @param reals the values of a small tensor of numbers with a fraction, else null
 * @param external the file beside that holds the values, or null
 */
record OnnxTensor(String name, List<Long> dims, int type, List<Long> numbers, List<Double> reals, External external) {
    /** Where values lie outside of the file: file name, place and length; a length of -1 was not said. */
    record External(String file, long from, long length) {}

    BigInteger numel() {
        return dims.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    boolean isFloating() {
        return OnnxType.dtype(type) != null && OnnxType.dtype(type).isFloating();
    }
}
