package layerbook.net;

import java.util.List;

/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */
interface ShapeMethods extends Callable {
    /**
     * The same numbers under other sizes; one size may be -1. Refused where the axes were permuted, as PyTorch
     * does; a view that changes the batch is warned of.
     */
    default Tensor view(Object... arguments) {
        return (Tensor) call("view", arguments);
    }

    /** The same numbers under other sizes, copied where a view is impossible. */
    default Tensor reshape(Object... shape) {
        return (Tensor) call("reshape", shape);
    }

    /** The same numbers under the sizes of another tensor. */
    default Tensor viewAs(Tensor other) {
        return (Tensor) call("viewAs", other);
    }

    /** The same numbers under the sizes of another tensor, copied where a view is impossible. */
    default Tensor reshapeAs(Tensor other) {
        return (Tensor) call("reshapeAs", other);
    }

    /** The axes from startDim to endDim (inclusive) as one; all of them if none is named. */
    default Tensor flatten(Object... options) {
        return (Tensor) call("flatten", options);
    }

    /** All numbers as one axis. */
    default Tensor ravel() {
        return (Tensor) call("ravel");
    }

    /** One axis as several; one size may be -1. */
    default Tensor unflatten(Object dim, Object... sizes) {
        return (Tensor) call("unflatten", with(sizes, dim));
    }

    /** The axes in another order. */
    default Tensor permute(Object... dims) {
        return (Tensor) call("permute", dims);
    }

    /** Two axes swapped. */
    default Tensor transpose(Object dim0, Object dim1) {
        return (Tensor) call("transpose", dim0, dim1);
    }

    /** Two axes swapped. */
    default Tensor swapaxes(Object dim0, Object dim1) {
        return (Tensor) call("swapaxes", dim0, dim1);
    }

    /** Two axes swapped. */
    default Tensor swapdims(Object dim0, Object dim1) {
        return (Tensor) call("swapdims", dim0, dim1);
    }

    /** The transposed matrix. */
    default Tensor t() {
        return (Tensor) call("t");
    }

    /** The transposed matrices: the last two axes swapped. */
    default Tensor mT() {
        return (Tensor) call("mT");
    }

    /** The transposed matrices: the last two axes swapped. */
    default Tensor mH() {
        return (Tensor) call("mH");
    }

    /** The transposed matrices, conjugated. */
    default Tensor adjoint() {
        return (Tensor) call("adjoint");
    }

    /** All axes in reverse order. */
    default Tensor T() {
        return (Tensor) call("T");
    }

    /** All axes in reverse order. */
    default Tensor H() {
        return (Tensor) call("H");
    }

    /** The second axis in reverse order. */
    default Tensor fliplr() {
        return (Tensor) call("fliplr");
    }

    /** The first axis in reverse order. */
    default Tensor flipud() {
        return (Tensor) call("flipud");
    }

    /** Turned by k quarters in the plane of two axes. */
    default Tensor rot90(Object... options) {
        return (Tensor) call("rot90", options);
    }

    /** The numbers in memory under these sizes and steps. */
    default Tensor asStrided(Object... size) {
        return (Tensor) call("asStrided", size);
    }

    /** Axes moved to other places; the rest keep their order. */
    default Tensor movedim(Object source, Object destination) {
        return (Tensor) call("movedim", source, destination);
    }

    /** Axes moved to other places; the rest keep their order. */
    default Tensor moveaxis(Object source, Object destination) {
        return (Tensor) call("moveaxis", source, destination);
    }

    /** Without axes of size 1: all of them, or those given. */
    default Tensor squeeze(Object... options) {
        return (Tensor) call("squeeze", options);
    }

    /** With a new axis of size 1. */
    default Tensor unsqueeze(Object dim) {
        return (Tensor) call("unsqueeze", dim);
    }

    /** The places of the axes in reverse order. */
    default Tensor flip(Object... dims) {
        return (Tensor) call("flip", dims);
    }

    /** Shifted around, along the axes given. */
    default Tensor roll(Object shifts, Object... options) {
        return (Tensor) call("roll", with(options, shifts));
    }

    /** Zeros below the diagonal of each matrix. */
    default Tensor triu(Object... options) {
        return (Tensor) call("triu", options);
    }

    /** Zeros above the diagonal of each matrix. */
    default Tensor tril(Object... options) {
        return (Tensor) call("tril", options);
    }

    /** As many parts as are wanted along an axis; the last may be smaller. */
    default List<Tensor> chunk(Object chunks, Object... options) {
        @SuppressWarnings("unchecked")
        var out = (List<Tensor>) call("chunk", with(options, chunks));
        return out;
    }

    /** Parts of a size along an axis; or of the sizes given in a list. */
    default List<Tensor> split(Object splitSizeOrSections, Object... options) {
        @SuppressWarnings("unchecked")
        var out = (List<Tensor>) call("split", with(options, splitSizeOrSections));
        return out;
    }

    /** An axis as a list of tensors without it. */
    default List<Tensor> unbind(Object... options) {
        @SuppressWarnings("unchecked")
        var out = (List<Tensor>) call("unbind", options);
        return out;
    }

    /** One place of an axis; the axis goes. */
    default Tensor select(Object dim, Object index) {
        return (Tensor) call("select", dim, index);
    }

    /** The places of an axis from one to another (exclusive), as x[:, from:to:step]. */
    default Tensor slice(Object dim, Object from, Object to, Object... options) {
        return (Tensor) call("slice", with(options, dim, from, to));
    }

    /** Parts of an axis that need not be equal: so many, or cut at these places. */
    default List<Tensor> tensorSplit(Object indicesOrSections, Object... options) {
        @SuppressWarnings("unchecked")
        var out = (List<Tensor>) call("tensorSplit", with(options, indicesOrSections));
        return out;
    }

    /** Parts along the second axis, or the only one. */
    default List<Tensor> hsplit(Object indicesOrSections) {
        @SuppressWarnings("unchecked")
        var out = (List<Tensor>) call("hsplit", indicesOrSections);
        return out;
    }

    /** Parts along the first axis. */
    default List<Tensor> vsplit(Object indicesOrSections) {
        @SuppressWarnings("unchecked")
        var out = (List<Tensor>) call("vsplit", indicesOrSections);
        return out;
    }

    /** Parts along the third axis. */
    default List<Tensor> dsplit(Object indicesOrSections) {
        @SuppressWarnings("unchecked")
        var out = (List<Tensor>) call("dsplit", indicesOrSections);
        return out;
    }

    /** Parts of the sizes given. */
    default List<Tensor> splitWithSizes(Object... splitSizes) {
        @SuppressWarnings("unchecked")
        var out = (List<Tensor>) call("splitWithSizes", splitSizes);
        return out;
    }

    /** So many places of an axis, from one on. */
    default Tensor narrow(Object dim, Object start, Object length) {
        return (Tensor) call("narrow", dim, start, length);
    }

    /** Axes of size 1 stretched; -1 leaves an axis. */
    default Tensor expand(Object... size) {
        return (Tensor) call("expand", size);
    }

    /** Axes of size 1 stretched to the sizes of another tensor. */
    default Tensor expandAs(Tensor other) {
        return (Tensor) call("expandAs", other);
    }

    /** Axes of size 1 stretched to these sizes. */
    default Tensor broadcastTo(Object... size) {
        return (Tensor) call("broadcastTo", size);
    }

    /** Summed over stretched axes, back to these sizes. */
    default Tensor sumToSize(Object... size) {
        return (Tensor) call("sumToSize", size);
    }

    /** The tensor so many times along each axis. */
    default Tensor repeat(Object... repeats) {
        return (Tensor) call("repeat", repeats);
    }

    /** The tensor so many times along its last axes. */
    default Tensor tile(Object... dims) {
        return (Tensor) call("tile", dims);
    }

    /** Each place of an axis so many times in a row; all numbers as one axis if none is named. */
    default Tensor repeatInterleave(Object repeats, Object... options) {
        return (Tensor) call("repeatInterleave", with(options, repeats));
    }
}
