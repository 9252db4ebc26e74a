package layerbook.net;

import java.util.List;
import layerbook.layer.Layer;

/** A layer without weights that is used as a function, such as a tensor operation: {@code x.then(..)} makes a function row of it. */
public interface FunctionLayer extends Layer {
    /** Applies it to these tensors; gives its first output. */
    Tensor applyTo(List<Tensor> inputs);
}
