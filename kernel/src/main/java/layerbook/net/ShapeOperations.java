package layerbook.net;

/** Operations that move numbers about without computing: view, reshape, flatten ... */
interface ShapeOperations extends Applying {
    /**
     * The same numbers under other sizes; one size may be -1 and follows from the rest. Fails on a tensor whose axes were permuted, as PyTorch does.
     * A view that changes the batch is allowed, and warned of.
     */
    default Tensor view(Object... sizes) {
        return apply(Reshaping.view(sizes));
    }

    /** Like {@link #view}, but copies where a view is impossible. */
    default Tensor reshape(Object... sizes) {
        return apply(Reshaping.reshape(sizes));
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
}
