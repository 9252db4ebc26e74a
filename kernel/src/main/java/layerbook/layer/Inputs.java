package layerbook.layer;

import java.util.List;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** What comes in: the types of the input tensors, first one first. */
public record Inputs(List<TensorType> types) {
    public Inputs {
        types = List.copyOf(types);
    }

    public static Inputs of(TensorType... types) {
        return new Inputs(List.of(types));
    }

    public int count() {
        return types.size();
    }

    public TensorType type(int i) {
        return types.get(i);
    }

    public Shape shape(int i) {
        return types.get(i).shape();
    }

    /** The rank of the first input; 0 if there is none. */
    public int rank() {
        return types.isEmpty() ? 0 : types.get(0).rank();
    }
}
