package layerbook.net;

/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */
interface PlaceMethods extends Callable {
    /** The numbers whose places are equal on two axes, as a new last axis. */
    default Tensor diagonal(Object... options) {
        return (Tensor) call("diagonal", options);
    }

    /** The diagonal of a matrix, or a matrix with this diagonal. */
    default Tensor diag(Object... options) {
        return (Tensor) call("diag", options);
    }

    /** A matrix with all numbers on its diagonal. */
    default Tensor diagflat(Object... options) {
        return (Tensor) call("diagflat", options);
    }

    /** Matrices with the last axis on their diagonals. */
    default Tensor diagEmbed(Object... options) {
        return (Tensor) call("diagEmbed", options);
    }

    /** The sum of the diagonal. */
    default Tensor trace() {
        return (Tensor) call("trace");
    }

    /**
     * Windows of a size along an axis, each as a new last axis; or the blocks of an image as columns:
     * unfold(kernelSize, ...).
     */
    default Tensor unfold(Object dimension, Object size, Object step) {
        return (Tensor) call("unfold", dimension, size, step);
    }

    /** The numbers of an axis that another tensor names, place by place. */
    default Tensor gather(Object dim, Tensor index, Object... options) {
        return (Tensor) call("gather", with(options, dim, index));
    }

    /** The numbers of an axis that another tensor names; the other axes broadcast. */
    default Tensor takeAlongDim(Tensor indices, Object... options) {
        return (Tensor) call("takeAlongDim", with(options, indices));
    }

    /** The places of an axis that another tensor names. */
    default Tensor indexSelect(Object dim, Tensor index) {
        return (Tensor) call("indexSelect", dim, index);
    }

    /** The numbers at places counted through the whole tensor. */
    default Tensor take(Tensor index) {
        return (Tensor) call("take", index);
    }

    /** The input with numbers of another tensor written to the places that index names. */
    default Tensor scatter(Object... arguments) {
        return (Tensor) call("scatter", arguments);
    }

    /** The input with numbers of another tensor added at the places that index names. */
    default Tensor scatterAdd(Object dim, Tensor index, Tensor src) {
        return (Tensor) call("scatterAdd", dim, index, src);
    }

    /**
     * The input with numbers of another tensor combined at the places that index names: sum, prod, mean, amax,
     * amin.
     */
    default Tensor scatterReduce(Object dim, Tensor index, Tensor src, Object reduce, Object... options) {
        return (Tensor) call("scatterReduce", with(options, dim, index, src, reduce));
    }

    /** The input with the rows of another tensor added at the places that index names. */
    default Tensor indexAdd(Object dim, Tensor index, Tensor source, Object... options) {
        return (Tensor) call("indexAdd", with(options, dim, index, source));
    }

    /** The input with the rows of another tensor written to the places that index names. */
    default Tensor indexCopy(Object dim, Tensor index, Tensor source) {
        return (Tensor) call("indexCopy", dim, index, source);
    }

    /** The input with the rows of another tensor combined at the places that index names. */
    default Tensor indexReduce(Object dim, Tensor index, Tensor source, Object reduce, Object... options) {
        return (Tensor) call("indexReduce", with(options, dim, index, source, reduce));
    }

    /** The input with one number at the places of an axis that index names. */
    default Tensor indexFill(Object dim, Tensor index, Object value) {
        return (Tensor) call("indexFill", dim, index, value);
    }

    /** The input with values written to the places that tensors name, one for each axis. */
    default Tensor indexPut(Object indices, Tensor values, Object... options) {
        return (Tensor) call("indexPut", with(options, indices, values));
    }

    /** The input with numbers of another tensor where the mask holds. */
    default Tensor maskedScatter(Tensor mask, Tensor source) {
        return (Tensor) call("maskedScatter", mask, source);
    }

    /** The input with another tensor at one place of an axis. */
    default Tensor selectScatter(Tensor src, Object dim, Object index) {
        return (Tensor) call("selectScatter", src, dim, index);
    }

    /** The input with another tensor at some places of an axis. */
    default Tensor sliceScatter(Tensor src, Object... options) {
        return (Tensor) call("sliceScatter", with(options, src));
    }

    /** The input with another tensor along its diagonal. */
    default Tensor diagonalScatter(Tensor src, Object... options) {
        return (Tensor) call("diagonalScatter", with(options, src));
    }

    /** Where each number would stand in a sorted sequence. */
    default Tensor searchsorted(Tensor sortedSequence, Object... options) {
        return (Tensor) call("searchsorted", with(options, sortedSequence));
    }

    /** Between which boundaries each number lies. */
    default Tensor bucketize(Tensor boundaries, Object... options) {
        return (Tensor) call("bucketize", with(options, boundaries));
    }

    /** One number everywhere. */
    default Tensor fill(Object value) {
        return (Tensor) call("fill", value);
    }

    /** Zeros everywhere. */
    default Tensor zero() {
        return (Tensor) call("zero");
    }

    /** The numbers of another tensor, broadcast, in the kind of this one. */
    default Tensor copy(Tensor src, Object... options) {
        return (Tensor) call("copy", with(options, src));
    }

    /** The numbers where the mask, broadcast, holds; how many, only the values tell. */
    default Tensor maskedSelect(Tensor mask) {
        return (Tensor) call("maskedSelect", mask);
    }

    /** The places of all numbers that are not zero, one row each; how many, only the values tell. */
    default Tensor nonzero(Object... options) {
        return (Tensor) call("nonzero", options);
    }

    /** The places of all numbers that are not zero, one row each; how many, only the values tell. */
    default Tensor argwhere(Object... options) {
        return (Tensor) call("argwhere", options);
    }

    /** The different numbers; how many, only the values tell. */
    default Tensor unique(Object... options) {
        return (Tensor) call("unique", options);
    }

    /** The numbers that differ from the one before; how many, only the values tell. */
    default Tensor uniqueConsecutive(Object... options) {
        return (Tensor) call("uniqueConsecutive", options);
    }

    /** How often each whole number occurs; how many there are, only the values tell. */
    default Tensor bincount(Object... options) {
        return (Tensor) call("bincount", options);
    }

    /** The places that Python's square brackets would take: at(":, -1:, ::2"), at("..., 0"). */
    default Tensor at(Object index) {
        return (Tensor) call("at", index);
    }

    /**
     * The tensor with a value written to the places that Python's square brackets would take: assign(":, 0", y).
     */
    default Tensor assign(Object index, Object value) {
        return (Tensor) call("assign", index, value);
    }

    /**
     * Numbers put around: before and after for each axis, the last axis first; mode("reflect") and value(0) as in
     * F.pad.
     */
    default Tensor pad(Object... pad) {
        return (Tensor) call("pad", pad);
    }

    /** With 1 axis at least. */
    default Tensor atleast1d() {
        return (Tensor) call("atleast1d");
    }

    /** With 2 axes at least. */
    default Tensor atleast2d() {
        return (Tensor) call("atleast2d");
    }

    /** With 3 axes at least. */
    default Tensor atleast3d() {
        return (Tensor) call("atleast3d");
    }

    /** Every choice of r numbers of a vector, a row each. */
    default Tensor combinations(Object... options) {
        return (Tensor) call("combinations", options);
    }
}
