package layerbook.net;

import java.util.ServiceLoader;

/**
 * Finds the tensor operations by name. The methods of {@link Tensor} call them through it, so that this package knows no operation:
 * the package {@code operations} provides it as a service.
 */
public interface OperationSource {
    /**
     * Applies the operation of that name to the tensor, with arguments as Java writes them.
     *
     * @return a tensor, or a list of tensors
     */
    Object apply(String name, Tensor self, Object... arguments);

    /** The one source, loaded when the first operation is called. */
    static OperationSource loaded() {
        return Loaded.SOURCE;
    }

    /** Holds the source; the service is looked up once. */
    final class Loaded {
        private static final OperationSource SOURCE = ServiceLoader.load(OperationSource.class, OperationSource.class.getClassLoader()).findFirst()
            .orElseThrow(() -> new IllegalStateException("the class path has no tensor operations"));

        private Loaded() {}
    }
}
