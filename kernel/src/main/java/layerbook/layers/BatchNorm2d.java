package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers.
 * Takes and gives N×C×H×W. Running mean and variance are buffers. Source: torch.nn.BatchNorm2d. Example: {@code batchNorm2d(16)} has 2·16 weights.
 */
public record BatchNorm2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Normalising.signature("BatchNorm2d", "batchNorm2d",
        "Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers.", 0.1, true, true, BatchNorm2d::new);

    @Override public Rule rule() {
        return Normalising.batch(args, 2, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Normalising.batch(args, 2, in);
    }
}
