package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Brings groups of channels of each example to mean 0 and variance 1, then scales and shifts each channel by learned numbers.
 * Takes and gives N×C×∗. Source: torch.nn.GroupNorm. Example: {@code groupNorm(8, 32)} has 2·32 weights.
 */
public record GroupNorm(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("GroupNorm", "groupNorm",
            "Brings groups of channels of each example to mean 0 and variance 1, then scales and shifts each channel by learned numbers.", GroupNorm::new)
        .required("numGroups", Type.INT, "groups of channels")
        .required("numChannels", Type.INT, "channels")
        .option("eps", 1e-5, "added to the variance, so that nothing is divided by zero")
        .option("affine", true, "whether there are a learned scale and shift");

    @Override public Rule rule() {
        return Normalising.group(args);
    }
}
