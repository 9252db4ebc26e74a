package layerbook.net;

/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */
interface PlaceMethods extends Callable {
    /** The numbers of an axis that another tensor names, place by place. */
    default Tensor gather(Object dim, Tensor index, Object... options) {
        return (Tensor) call("gather", with(options, dim, index));
    }

    /** The places of an axis that another tensor names. */
    default Tensor indexSelect(Object dim, Tensor index) {
        return (Tensor) call("indexSelect", dim, index);
    }

    /** The numbers whose places are equal on two axes, as a new last axis. */
    default Tensor diagonal(Object... options) {
        return (Tensor) call("diagonal", options);
    }

    /**
     * Windows of a size along an axis, each as a new last axis; or the blocks of an image as columns:
     * unfold(kernelSize, ...).
     */
    default Tensor unfold(Object dimension, Object size, Object step) {
        return (Tensor) call("unfold", dimension, size, step);
    }

    /**
     * Numbers put around: before and after for each axis, the last axis first; mode("reflect") and value(0) as in
     * F.pad.
     */
    default Tensor pad(Object... pad) {
        return (Tensor) call("pad", pad);
    }
}
