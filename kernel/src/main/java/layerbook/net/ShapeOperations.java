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

    /** The axes from {@code startDim(..)} to {@code endDim(..)} as one. */
    default Tensor flatten(layerbook.layer.Option... named) {
        int[] ends = {0, -1};
        for (layerbook.layer.Option o : named) {
            if (!o.name().equals("startDim") && !o.name().equals("endDim")) {
                throw layerbook.shape.Refusal.option("flatten has no option " + o.name()).at(o.name(), "not an option of flatten").why("flatten has startDim, endDim");
            }
            ends[o.name().equals("startDim") ? 0 : 1] = Numbers.whole(Numbers.expr(o.values().get(0)), o.name());
        }
        return flatten(ends[0], ends[1]);
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
        return apply(Moving.permute(Axes.ints(Axes.unnamed("dims", dims))));
    }

    /** Two axes swapped. */
    default Tensor transpose(int dim0, int dim1) {
        return apply(Moving.transpose("transpose", dim0, dim1));
    }

    /** The transposed matrix. */
    default Tensor t() {
        return apply(Moving.transpose("t", 0, -1));
    }

    /** The same as {@link #transpose}. */
    default Tensor swapaxes(int dim0, int dim1) {
        return transpose(dim0, dim1);
    }

    /** The transposed matrices: the last two axes swapped. */
    default Tensor mT() {
        return transpose(-2, -1);
    }

    /** Axes moved to other places; the rest keep their order. */
    default Tensor movedim(Object source, Object destination) {
        return apply(Moving.movedim(Axes.ints(source), Axes.ints(destination)));
    }

    /** Without axes of size 1: all of them, or those given. */
    default Tensor squeeze(Object... dims) {
        return apply(Moving.squeeze(Axes.ints(Axes.unnamed("dim", dims))));
    }

    /** An axis as a list of tensors without it. */
    default List<Tensor> unbind(Object... dim) {
        return apply(Cutting.unbind(Axes.one(dim))).outputs();
    }

    /** Each place of an axis so many times in a row; all numbers as one axis if none is named. */
    default Tensor repeatInterleave(Object repeats, Object... dim) {
        return apply(Stretching.repeatInterleave(Numbers.expr(repeats), dim.length == 0 ? null : Axes.one(dim)));
    }

    /** The tensor so many times along its last axes. */
    default Tensor tile(Object... times) {
        return apply(Stretching.tile(Numbers.exprs(times)));
    }

    /** The numbers of an axis that another tensor names, place by place. */
    default Tensor gather(int dim, Tensor index) {
        return apply(Picking.gather(dim), index);
    }

    /** Triangles and diagonals: the numbers whose places are equal on two axes, as a new last axis. */
    default Tensor diagonal(int offset, int dim1, int dim2) {
        return apply(Picking.diagonal(offset, dim1, dim2));
    }

    default Tensor diagonal() {
        return diagonal(0, 0, 1);
    }

    /** Windows of a size along an axis, each as a new last axis: {@code x.unfold(dim, size, step)}; or {@code F.unfold(kernelSize, ...)}. */
    default Tensor unfold(Object... arguments) {
        boolean windows = arguments.length == 3 && java.util.Arrays.stream(arguments).allMatch(a -> a instanceof Integer);
        return windows ? apply(Picking.unfold((Integer) arguments[0], (Integer) arguments[1], (Integer) arguments[2]))
            : apply(layerbook.layers.Catalogue.find("unfold").orElseThrow().read(arguments));
    }

    /** With a new axis of size 1. */
    default Tensor unsqueeze(Object dim) {
        return apply(Moving.unsqueeze(Axes.one(dim)));
    }

    /** Axes of size 1 stretched; -1 leaves an axis. */
    default Tensor expand(Object... sizes) {
        return apply(Stretching.expand(Numbers.exprs(sizes)));
    }

    default Tensor expandAs(Tensor other) {
        return expand(other.shape());
    }

    /** The tensor so many times along each axis. */
    default Tensor repeat(Object... times) {
        return apply(Stretching.repeat(Numbers.exprs(times)));
    }

    /** As many parts as are wanted along an axis; the last may be smaller. */
    default List<Tensor> chunk(int chunks, Object... dim) {
        return apply(Cutting.chunk(chunks, Axes.one(dim))).outputs();
    }

    /** Parts of a size along an axis; or of the sizes given in a list. */
    default List<Tensor> split(Object sizes, Object... dim) {
        boolean list = !(sizes instanceof Number || sizes instanceof layerbook.formula.Expr);
        return apply(Cutting.split(Numbers.exprs(sizes), list, Axes.one(dim))).outputs();
    }

    /** One place of an axis; the axis goes. */
    default Tensor select(int dim, Object index) {
        return apply(Cutting.select(dim, index));
    }

    /** The places of an axis from one to another (exclusive), as {@code x[:, from:to]}. */
    default Tensor slice(int dim, Object from, Object to) {
        return apply(Cutting.slice(dim, Numbers.expr(from), Numbers.expr(to), 1));
    }

    default Tensor slice(int dim, Object from, Object to, int step) {
        return apply(Cutting.slice(dim, Numbers.expr(from), Numbers.expr(to), step));
    }

    /** So many places of an axis, from one on. */
    default Tensor narrow(int dim, Object start, Object length) {
        return apply(Cutting.narrow(dim, Numbers.expr(start), Numbers.expr(length)));
    }

    /** Shifted around, along the axes given. */
    default Tensor roll(Object shifts, Object... dims) {
        return apply(Moving.rolled(Axes.ints(Axes.unnamed("shifts", shifts)), Axes.unnamed("dims", dims)));
    }

    default Tensor flip(Object... dims) {
        return apply(Moving.flipped(Axes.unnamed("dims", dims)));
    }

    /** Numbers put around: before and after for each axis, the last axis first; {@code mode("reflect")} and {@code value(0)} as in {@code F.pad}. */
    default Tensor pad(Object... padding) {
        return apply(Padded.pad(padding));
    }

    /** The places of an axis that another tensor names. */
    default Tensor indexSelect(int dim, Tensor index) {
        return apply(Picking.indexSelect(dim), index);
    }

    default Tensor viewAs(Tensor other) {
        return view(other.shape());
    }

    default Tensor reshapeAs(Tensor other) {
        return reshape(other.shape());
    }
}
