package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Divides the last axes of each example by their root mean square, then scales them by learned numbers.
 * Takes and gives ∗×normalizedShape. Source: torch.nn.RMSNorm. Example: {@code rmsNorm(4096)} has 4,096 weights.
 */
public record RMSNorm(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("RMSNorm", "rmsNorm",
            "Divides the last axes of each example by their root mean square, then scales them by learned numbers.", RMSNorm::new)
        .required("normalizedShape", Type.SIZE, "the last sizes, over which is normalised")
        .option("eps", Type.REAL, null, "added to the mean square")
        .option("elementwiseAffine", true, "whether there is a learned scale");

    @Override public Rule rule() {
        return Normalising.rms(args);
    }
}
