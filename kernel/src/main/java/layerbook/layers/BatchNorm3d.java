package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers.
 * Takes and gives N×C×D×H×W. Running mean and variance are buffers. Source: torch.nn.BatchNorm3d. Example: {@code batchNorm3d(16)} has 2·16 weights.
 */
public record BatchNorm3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Normalising.signature("BatchNorm3d", "batchNorm3d",
        "Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers.", 0.1, true, true, BatchNorm3d::new);

    @Override public Rule rule() {
        return Normalising.batch(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Normalising.batch(args, 3, in);
    }
}
