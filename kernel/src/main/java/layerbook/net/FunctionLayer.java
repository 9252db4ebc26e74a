package layerbook.net;

import java.util.List;
import layerbook.layer.LibraryLayer;

/** A layer without weights that is used as a function, such as a tensor operation: {@code x.then(..)} makes a function row of it. */
public interface FunctionLayer extends LibraryLayer {
    /** Applies it to these tensors; gives its first output. */
    Tensor applyTo(List<Tensor> inputs);
}
