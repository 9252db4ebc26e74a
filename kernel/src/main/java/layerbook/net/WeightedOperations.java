package layerbook.net;

/** The functional forms of layers with weights: the weights are tensors of one's own. */
interface WeightedOperations extends Applying {
    /** {@code F.linear}: times the transposed weight, plus the bias if one is given. */
    default Tensor linear(Tensor weight, Tensor... bias) {
        return apply(Products.linear(bias.length), Products.join(weight, bias));
    }

    /** {@code F.embedding}: rows of the table, looked up by these numbers. */
    default Tensor embedding(Tensor table) {
        return apply(Functional.embedding(), table);
    }

    /** {@code F.conv1d} with a weight and a bias of one's own; options by name. */
    default Tensor conv1d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("conv1d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv2d} with a weight and a bias of one's own; options by name. */
    default Tensor conv2d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("conv2d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv3d} with a weight and a bias of one's own; options by name. */
    default Tensor conv3d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("conv3d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv_transpose1d} with a weight and a bias of one's own; options by name. */
    default Tensor convTranspose1d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("convTranspose1d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv_transpose2d} with a weight and a bias of one's own; options by name. */
    default Tensor convTranspose2d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("convTranspose2d", self(), weight, biasAndOptions);
    }

    /** {@code F.conv_transpose3d} with a weight and a bias of one's own; options by name. */
    default Tensor convTranspose3d(Tensor weight, Object... biasAndOptions) {
        return Functional.convolution("convTranspose3d", self(), weight, biasAndOptions);
    }

    /** {@code F.layer_norm} over the last sizes, with scale and shift if they are given. */
    default Tensor layerNorm(Object normalizedShape, Tensor... scaleAndShift) {
        return apply(Functional.layerNorm(Numbers.exprs(normalizedShape), scaleAndShift.length), scaleAndShift);
    }

    /** {@code F.group_norm}, with scale and shift if they are given. */
    default Tensor groupNorm(int numGroups, Tensor... scaleAndShift) {
        return apply(Functional.normalised("groupNorm", "GroupNorm", numGroups, scaleAndShift.length), scaleAndShift);
    }

    /** {@code F.batch_norm} with the mean and variance of each channel, then scale and shift if they are given. */
    default Tensor batchNorm(Tensor... perChannel) {
        return apply(Functional.normalised("batchNorm", "BatchNorm", 0, perChannel.length), perChannel);
    }

    /** {@code F.prelu} with the slope of each channel. */
    default Tensor prelu(Tensor weight) {
        return apply(Functional.prelu(), weight);
    }
}
