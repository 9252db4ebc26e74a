package layerbook.session.words;

import java.util.Arrays;
import layerbook.layer.Layer;
import layerbook.net.NetworkBuilder;
import layerbook.operations.Steps;

/** Tensor operations as bare steps of the current network, where there is no tensor at hand to call them on. */
abstract class StepWords extends OperationOptionWords {
    /**
     * Gives the same numbers other sizes, as a step of the current network. On a tensor: {@code x.view(-1, 2048)}.
     * <pre>{@code
     * view(-1, 1024)
     * }</pre>
     *
     * @param sizes of the result; one may be -1 and follows from the others
     * @return the step
     */
    public static Layer view(Object... sizes) {
        return NetworkBuilder.current().made(Steps.step("view", sizes));
    }

    /**
     * Gives the same numbers other sizes; copies where a view is impossible.
     * <pre>{@code
     * reshape(-1, 1024)
     * }</pre>
     *
     * @param sizes of the result; one may be -1
     * @return the step
     */
    public static Layer reshape(Object... sizes) {
        return NetworkBuilder.current().made(Steps.step("reshape", sizes));
    }

    /**
     * Puts the axes in another order.
     * <pre>{@code
     * permute(0, 2, 3, 1)
     * }</pre>
     *
     * @param dims the old axes in their new order
     * @return the step
     */
    public static Layer permute(Object... dims) {
        return NetworkBuilder.current().made(Steps.step("permute", dims));
    }

    /**
     * Swaps two axes.
     * <pre>{@code
     * transpose(1, 2)
     * }</pre>
     *
     * @param dim0 an axis
     * @param dim1 another
     * @return the step
     */
    public static Layer transpose(int dim0, int dim1) {
        return NetworkBuilder.current().made(Steps.step("transpose", dim0, dim1));
    }

    /**
     * Removes axes of size 1.
     * <pre>{@code
     * squeeze()
     * }</pre>
     *
     * @param dims which; all of them if none is given
     * @return the step
     */
    public static Layer squeeze(int... dims) {
        return NetworkBuilder.current().made(Steps.step("squeeze", Arrays.stream(dims).boxed().toArray()));
    }

    /**
     * Inserts an axis of size 1.
     * <pre>{@code
     * unsqueeze(1)
     * }</pre>
     *
     * @param dim where it stands
     * @return the step
     */
    public static Layer unsqueeze(int dim) {
        return NetworkBuilder.current().made(Steps.step("unsqueeze", dim));
    }
}
