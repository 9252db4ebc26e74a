package layerbook.load.config;

import layerbook.net.Tensor;

/**
 * What all layers of a network share in one run.
 *
 * @param angles cosines and sines of the rotary position embedding; null without one
 * @param local those of layers that look at a window only; null if they are the same
 * @param bias what is added to the scores, such as ALiBi's slopes or T5's relative positions; null without
 */
record Context(Angles angles, Angles local, Tensor bias) {
    /** Nothing is shared. */
    static final Context NONE = new Context(null, null, null);

    /** The cosines and sines of all positions, T×half each. */
    record Angles(Tensor cos, Tensor sin) {}
}
