package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Squared for small differences, straight for large ones.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.SmoothL1Loss. Example: {@code x.then(smoothL1Loss(), target)}.
 */
public record SmoothL1Loss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("SmoothL1Loss", "smoothL1Loss", "Squared for small differences, straight for large ones.", SmoothL1Loss::new)
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum")
        .option("beta", 1.0, "where it becomes straight");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.pair(args, in).keeps(k -> k.input(0).input(1));
    }
}
