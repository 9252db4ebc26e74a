package layerbook.session.words;

import java.util.Arrays;
import layerbook.layer.Layer;
import layerbook.net.NetworkBuilder;
import layerbook.operations.Steps;

/** Tensor operations as bare steps of the current network, where there is no tensor at hand to call them on. */
abstract class StepWords extends OptionWords {
    /** The same numbers under other sizes; one size may be -1. As a bare step: {@code view(-1, 2048)}; on a tensor: {@code x.view(-1, 2048)}. */
    public static Layer view(Object... sizes) {
        return NetworkBuilder.current().made(Steps.step("view", sizes));
    }

    /** Like {@link #view}, but copies where a view is impossible. */
    public static Layer reshape(Object... sizes) {
        return NetworkBuilder.current().made(Steps.step("reshape", sizes));
    }

    /** The axes in another order: {@code permute(0, 2, 3, 1)}. */
    public static Layer permute(Object... dims) {
        return NetworkBuilder.current().made(Steps.step("permute", dims));
    }

    /** Two axes swapped. */
    public static Layer transpose(int dim0, int dim1) {
        return NetworkBuilder.current().made(Steps.step("transpose", dim0, dim1));
    }

    /** Without axes of size 1: all of them, or those given. */
    public static Layer squeeze(int... dims) {
        return NetworkBuilder.current().made(Steps.step("squeeze", Arrays.stream(dims).boxed().toArray()));
    }

    /** With a new axis of size 1. */
    public static Layer unsqueeze(int dim) {
        return NetworkBuilder.current().made(Steps.step("unsqueeze", dim));
    }
}
