package layerbook.net;

import layerbook.layer.Layer;

/** The operations on tensors, with PyTorch's names and argument order; families of them are written in the interfaces that this one joins. */
interface TensorOperations extends ShapeOperations, ElementOperations, BroadcastOperations, ProductOperations, ReduceOperations,
        FunctionalOperations, ComparingOperations, WeightedOperations {
    /** Adds a call of the operation to this tensor's network. */
    @Override Tensor apply(Layer operation, Tensor... more);
}
