package layerbook.operations;

import java.util.List;
import layerbook.net.Tensor;

/**
 * What an operation gave.
 *
 * @param tensors one or more, in order; none of an operation such as {@code unbind} over no places
 * @param names PyTorch's names of them, such as {@code values, indices}; empty where there are none
 * @param isList whether PyTorch gives a list, also where it holds one tensor only
 */
public record Outputs(List<Tensor> tensors, List<String> names, boolean isList) {
    /** The first. */
    public Tensor tensor() {
        return tensors.get(0);
    }
}
