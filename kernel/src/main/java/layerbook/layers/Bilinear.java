package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Multiplies two inputs with each other through a matrix for each output feature.
 * Takes ∗×F₁ and ∗×F₂, gives ∗×Fₒᵤₜ. One multiply-add for each weight and position. Source: torch.nn.Bilinear. Example: {@code x.then(bilinear(4, 3, 6), y)}.
 */
public record Bilinear(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Bilinear", "bilinear", "Multiplies two inputs with each other through a matrix for each output feature.", Bilinear::new)
        .required("in1Features", Type.INT, "features of the first input")
        .required("in2Features", Type.INT, "features of the second input")
        .required("outFeatures", Type.INT, "output features")
        .option("bias", true, "whether a bias is added");

    @Override public Rule rule() {
        return Gates.bilinear(args);
    }
}
