package layerbook.net;

import java.util.List;
import layerbook.layer.Applied;
import layerbook.layer.Layer;
import layerbook.shape.TensorType;

/**
 * One use of a layer: what went in and what came out. An input and a bare weight are calls without inputs.
 *
 * @param index its place in the graph, from 0
 * @param name dotted, e.g. {@code layer1.0.conv1}
 * @param what input, parameter, a module of a unit, or a function
 * @param unit who owns the weights; null for inputs and functions, except for the layer that a model itself is, in the model's own forward
 * @param applied the layer with its inputs put in
 * @param inputs the tensors that went in
 * @param network the number of the network that it was added to: the index of the network's first call
 * @param previous the call before it in the same network, or -1
 * @param scope the model or block it was made in, or null
 */
public record Call(int index, String name, What what, Unit unit, Applied applied, List<Tensor> inputs, int network, int previous, Scope scope) {
    /** What kind of row this is. */
    public enum What {
        INPUT, PARAMETER,
        /** A layer as a module: it has a place in the tree of names. */
        MODULE,
        /** A functional form or a tensor operation. */
        FUNCTION
    }

    public Layer layer() {
        return applied.layer();
    }

    public List<TensorType> outputs() {
        return applied.outputs();
    }

    /** A call is equal to itself alone: two uses of one layer are two calls. */
    @Override public boolean equals(Object other) {
        return this == other;
    }

    @Override public int hashCode() {
        return System.identityHashCode(this);
    }
}
