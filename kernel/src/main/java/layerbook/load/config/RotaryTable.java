package layerbook.load.config;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Tensor;

/** The angles of a rotary position embedding: positions times frequencies, T×dims/2; gives their cosines and sines. */
final class RotaryTable extends Block {
    private final Tensor frequencies;

    RotaryTable(long dims) {
        frequencies = hold("inv_freq", Parts.buffer(dims / 2));
    }

    @Override Object forward(List<?> arguments) {
        Tensor angles = Parts.positions((Expr) arguments.get(0)).unsqueeze(1).mul(frequencies);
        return List.of(angles.cos(), angles.sin());
    }

    /** Runs it for so many positions. */
    Context.Angles of(Tensor x, Expr length) {
        List<?> both = (List<?>) x.book().run(this, List.of(length), java.util.Map.of());
        return new Context.Angles((Tensor) both.get(0), (Tensor) both.get(1));
    }
}
