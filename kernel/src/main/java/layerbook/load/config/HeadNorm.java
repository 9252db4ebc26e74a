package layerbook.load.config;

import java.util.List;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** A norm of each head's numbers with a scale of its own for each head: takes and gives N×T×heads×size. */
final class HeadNorm extends Block {
    private final Unit norm;
    private final Tensor weight;

    HeadNorm(long heads, long size) {
        norm = Parts.plainLayerNorm(size);
        weight = hold("weight", Parts.parameter(heads, size));
    }

    @Override Object forward(List<?> arguments) {
        return tensor(arguments, 0).apply(norm.layer()).mul(weight);
    }
}
