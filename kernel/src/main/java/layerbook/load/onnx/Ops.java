package layerbook.load.onnx;

import java.util.List;
import java.util.Map;
import layerbook.net.Tensor;
import layerbook.operations.Operations;

/** PyTorch's operations by name, as the catalogue applies them. */
final class Ops {
    private Ops() {}

    /** The first output of an operation: {@code of("softmax", x, 1)}. */
    static Tensor of(String name, Object... arguments) {
        return Operations.find(name).apply(java.util.Arrays.asList(arguments), Map.of()).tensor();
    }

    /** The same with arguments by name. */
    static Tensor with(String name, Map<String, ?> named, Object... arguments) {
        return Operations.find(name).apply(java.util.Arrays.asList(arguments), named).tensor();
    }

    /** All outputs. */
    static List<Tensor> all(String name, Object... arguments) {
        return Operations.find(name).apply(java.util.Arrays.asList(arguments), Map.of()).tensors();
    }

    static boolean has(String name) {
        return Operations.known(name).isPresent();
    }
}
