package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Divides each number of an image by the strength of its neighbours in other channels.
 * Takes N×C×H×W, gives the same. Source: torch.nn.CrossMapLRN2d, the form that Torch 7 had of LocalResponseNorm. Example: {@code crossMapLrn2d(5)}.
 */
public record CrossMapLRN2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("CrossMapLRN2d", "crossMapLrn2d",
            "Divides each number of an image by the strength of its neighbours in other channels.", CrossMapLRN2d::new)
        .required("size", Type.INT, "neighbours looked at")
        .option("alpha", 1e-4, "factor")
        .option("beta", 0.75, "power")
        .option("k", 1.0, "added");

    @Override public Rule rule() {
        return Normalising.crossMap(args);
    }
}
