package layerbook.operations;

import layerbook.layer.Layer;

/** Tensor operations on their own, for a network that is written one bare step a line: {@code view(-1, 2048)} as {@code x.view(-1, 2048)}. */
public final class Steps {
    private Steps() {}

    /** The operation of that name with these arguments, to be applied to what comes. */
    public static Layer step(String operation, Object... arguments) {
        return Operations.find(operation).step(arguments);
    }
}
