package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts windows back to an image, adding where they overlap.
 * Source: torch.nn.Fold. Example: {@code fold(size(4, 4), 2)}.
 */
public record Fold(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Fold", "fold", "Puts windows back to an image, adding where they overlap.", Fold::new)
        .required("outputSize", Type.SIZE, "sizes of the image")
        .required("kernelSize", Type.SIZE, "size of the window")
        .option("dilation", Type.SIZE, 1, "distance between the points of the window")
        .option("padding", Type.SIZE, 0, "zeros put around")
        .option("stride", Type.SIZE, 1, "how far the window moves");

    @Override public Rule rule() {
        return Rearranging.fold(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Rearranging.fold(args, in);
    }
}
