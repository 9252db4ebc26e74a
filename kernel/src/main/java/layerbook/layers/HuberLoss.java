package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Squared for small differences, straight for large ones.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.HuberLoss. Example: {@code x.then(huberLoss(), target)}.
 */
public record HuberLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("HuberLoss", "huberLoss", "Squared for small differences, straight for large ones.", HuberLoss::new)
        .option("reduction", "mean", "none, mean or sum")
        .option("delta", 1.0, "where it becomes straight");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        Losses.positive(args, "delta");
        return Losses.pair(args, in).keeps(k -> k.input(0).input(1));
    }
}
