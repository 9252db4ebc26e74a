package layerbook.operations;

import layerbook.net.OperationSource;
import layerbook.net.Tensor;

/** Gives the methods of a tensor their operations. */
public final class JavaMethods implements OperationSource {
    @Override public Object apply(String name, Tensor self, Object... arguments) {
        return Operations.find(name).java(self, arguments);
    }
}
