package layerbook.load.config;

import java.util.List;
import layerbook.net.Tensor;

/** Units, blocks and functions one after the other, each under a name of its own: the small heads of encoders. */
final class Steps extends Block {
    private final List<Object> steps = new java.util.ArrayList<>();

    /** A step with a name in the checkpoint. */
    Steps then(String name, Object step) {
        steps.add(hold(name, step));
        return this;
    }

    /** A step without weights. */
    Steps then(Object step) {
        steps.add(step);
        return this;
    }

    /** A step whose bias stands under a name of its own. */
    Steps then(String name, layerbook.net.Unit matrix, String biasName, long size) {
        hold(biasName, Parts.biasOf(matrix, size));
        return then(name, matrix);
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        for (Object step : steps) {
            x = x.then(step);
        }
        return x;
    }
}
