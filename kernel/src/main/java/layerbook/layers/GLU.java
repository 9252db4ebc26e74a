package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Halves an axis: one half weighs the other.
 * Takes ∗, gives half of it along dim. Source: torch.nn.GLU. Example: {@code glu(1)}.
 */
public record GLU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("GLU", "glu", "Halves an axis: one half weighs the other.", GLU::new)
        .option("dim", -1, "the axis that is halved");

    @Override public Rule rule() {
        return Gates.glu(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Gates.glu(args, in);
    }
}
