package layerbook.operations;

import java.util.List;
import layerbook.layer.Layer;
import layerbook.net.Tensor;
import layerbook.shape.Refusal;

/** Puts an operation into the network of its tensors. */
final class Applying {
    private Applying() {}

    static Tensor apply(Layer what, List<Tensor> tensors) {
        if (tensors.isEmpty()) {
            throw Refusal.option(what.factoryName() + " needs at least one tensor");
        }
        Tensor first = tensors.get(0);
        Tensor out = first.apply(what, tensors.subList(1, tensors.size()).toArray(Tensor[]::new));
        return what instanceof Operation o ? FoldedBatch.warned(first, out, o) : out;
    }

    /** The tensor that an operation with these arguments gives. */
    static Tensor call(Tensor x, String operation, Object... arguments) {
        return (Tensor) Operations.find(operation).java(x, arguments);
    }
}
