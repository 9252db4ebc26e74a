package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Brings the last axes of each example to mean 0 and variance 1, then scales and shifts them by learned numbers.
 * Takes and gives ∗×normalizedShape. Source: torch.nn.LayerNorm. Example: {@code layerNorm(768)} has 2·768 weights.
 */
public record LayerNorm(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("LayerNorm", "layerNorm",
            "Brings the last axes of each example to mean 0 and variance 1, then scales and shifts them by learned numbers.", LayerNorm::new)
        .required("normalizedShape", Type.SIZE, "the last sizes, over which is normalised")
        .option("eps", 1e-5, "added to the variance, so that nothing is divided by zero")
        .option("elementwiseAffine", true, "whether there are a learned scale and shift")
        .option("bias", true, "whether there is a learned shift beside the scale");

    @Override public Rule rule() {
        return Normalising.layer(args);
    }
}
