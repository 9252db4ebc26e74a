package layerbook.load.onnx;

import layerbook.net.Tensor;

/**
 * A value that a node gives or takes.
 *
 * @param tensor in the network; null for one that is only stored or known so far
 * @param known its values, if they are known; null else
 * @param stored the stored tensor that it is; null for one that was computed
 * @param transposed whether it is the stored matrix with its axes swapped
 */
record Value(Tensor tensor, Known known, OnnxTensor stored, boolean transposed) {
    static Value of(Tensor tensor) {
        return new Value(tensor, null, null, false);
    }

    static Value of(Known known) {
        return new Value(null, known, null, false);
    }

    static Value of(OnnxTensor stored) {
        return new Value(null, Known.of(stored), stored, false);
    }

    /** Whether it is a stored tensor of numbers with a fraction: what a layer may own. */
    boolean isWeight() {
        return stored != null && stored.isFloating();
    }
}
