package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers.
 * Takes and gives N×C or N×C×L. Running mean and variance are buffers. Source: torch.nn.BatchNorm1d. Example: {@code batchNorm1d(16)} has 2·16 weights.
 */
public record BatchNorm1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Normalising.signature("BatchNorm1d", "batchNorm1d",
        "Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers.", 0.1, true, true, BatchNorm1d::new);

    @Override public Rule rule() {
        return Normalising.batch(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Normalising.batch(args, 1, in);
    }
}
