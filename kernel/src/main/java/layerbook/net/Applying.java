package layerbook.net;

import layerbook.layer.Layer;

/** What a family of operations needs: the tensor itself, and a way to apply an operation to it. */
interface Applying {
    Tensor self();

    Tensor apply(Layer operation, Tensor... more);
}
