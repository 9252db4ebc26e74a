package layerbook.net;

import java.util.List;

/** Operations that move numbers about without computing: view, permute, slice ... */
interface ShapeOperations extends Applying {
    /**
     * The same numbers under other sizes; one size may be -1 and follows from the rest. Fails on a tensor whose axes were permuted, as PyTorch does.
     * A view that changes the batch is allowed, and warned of where nobody asked for it (-1 in front).
     */
    default Tensor view(Object... sizes) {
        return self().then(Reshaping.view(sizes));
    }

    /** Like {@link #view}, but copies where a view is impossible. */
    default Tensor reshape(Object... sizes) {
        return self().then(Reshaping.reshape(sizes));
    }

    /** All axes as one. */
    default Tensor flatten() {
        return flatten(0, -1);
    }

    /** The axes from this one on as one. */
    default Tensor flatten(int startDim) {
        return flatten(startDim, -1);
    }

    /** The axes from one to another (inclusive) as one. */
    default Tensor flatten(int startDim, int endDim) {
        return apply(Reshaping.flatten(startDim, endDim));
    }

    /** One axis as several; one size may be -1. */
    default Tensor unflatten(int dim, Object... sizes) {
        return apply(Reshaping.unflatten(dim, Numbers.exprs(sizes)));
    }

    /** The axes in another order. */
    default Tensor permute(Object... dims) {
        return apply(Moving.permute(Moving.ints(dims)));
    }

    /** Two axes swapped. */
    default Tensor transpose(int dim0, int dim1) {
        return apply(Moving.transpose("transpose", dim0, dim1));
    }

    /** The transposed matrix. */
    default Tensor t() {
        return apply(Moving.transpose("t", 0, -1));
    }

    /** Without axes of size 1: all of them, or those given. */
    default Tensor squeeze(int... dims) {
        return apply(Moving.squeeze(dims));
    }

    /** With a new axis of size 1. */
    default Tensor unsqueeze(int dim) {
        return apply(Moving.unsqueeze(dim));
    }

    /** Axes of size 1 stretched; -1 leaves an axis. */
    default Tensor expand(Object... sizes) {
        return apply(Moving.expand(Numbers.exprs(sizes)));
    }

    default Tensor expandAs(Tensor other) {
        return expand(other.shape());
    }

    /** The tensor so many times along each axis. */
    default Tensor repeat(Object... times) {
        return apply(Moving.repeat(Numbers.exprs(times)));
    }

    /** As many parts as are wanted along an axis; the last may be smaller. */
    default List<Tensor> chunk(int chunks, int... dim) {
        return apply(Moving.chunk(chunks, dim.length == 0 ? 0 : dim[0])).outputs();
    }

    /** Parts of a size along an axis; or of the sizes given in a list. */
    default List<Tensor> split(Object sizes, int... dim) {
        return apply(Moving.split(Numbers.exprs(sizes), dim.length == 0 ? 0 : dim[0])).outputs();
    }

    /** One place of an axis; the axis goes. */
    default Tensor select(int dim, Object index) {
        return apply(Moving.select(dim, index));
    }

    /** The places of an axis from one to another (exclusive), as {@code x[:, from:to]}. */
    default Tensor slice(int dim, Object from, Object to) {
        return apply(Moving.slice(dim, Numbers.expr(from), Numbers.expr(to), 1));
    }

    default Tensor slice(int dim, Object from, Object to, int step) {
        return apply(Moving.slice(dim, Numbers.expr(from), Numbers.expr(to), step));
    }

    /** So many places of an axis, from one on. */
    default Tensor narrow(int dim, Object start, Object length) {
        return apply(Moving.slice(dim, Numbers.expr(start), Numbers.expr(start).plus(Numbers.expr(length)).normal(), 1));
    }

    /** Shifted around, along the axes given. */
    default Tensor roll(Object shifts, Object... dims) {
        return apply(Moving.like("roll"));
    }

    default Tensor flip(Object... dims) {
        return apply(Moving.like("flip"));
    }

    /** Numbers put around: before and after for each axis, the last axis first. */
    default Tensor pad(Object... padding) {
        return apply(Moving.pad(Numbers.exprs(padding)));
    }

    /** The places of an axis that another tensor names. */
    default Tensor indexSelect(int dim, Tensor index) {
        return apply(Moving.indexSelect(dim), index);
    }

    default Tensor viewAs(Tensor other) {
        return view(other.shape());
    }

    default Tensor reshapeAs(Tensor other) {
        return reshape(other.shape());
    }
}
