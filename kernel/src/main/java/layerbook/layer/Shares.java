package layerbook.layer;

/**
 * That the outputs of a layer lie in the memory of one of its inputs.
 *
 * @param input the input
 * @param when on what condition
 */
public record Shares(int input, When when) {
    /** When memory is shared. */
    public enum When {
        ALWAYS,
        /** The input lies in row-major order; else the numbers are copied. */
        IF_CONTIGUOUS,
        /** After training; in training the layer makes a tensor of its own. */
        IN_USE
    }
}
