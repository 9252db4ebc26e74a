package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Writes every window of an image as a column.
 * Source: torch.nn.Unfold. Example: {@code unfold(3)}.
 */
public record Unfold(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Unfold", "unfold", "Writes every window of an image as a column.", Unfold::new)
        .required("kernelSize", Type.SIZE, "size of the window")
        .option("dilation", Type.SIZE, 1, "distance between the points of the window")
        .option("padding", Type.SIZE, 0, "zeros put around")
        .option("stride", Type.SIZE, 1, "how far the window moves");

    @Override public Rule rule() {
        return Rearranging.unfold(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Rearranging.unfold(args, in);
    }
}
