package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Logistic loss of two classes.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.SoftMarginLoss. Example: {@code x.then(softMarginLoss(), target)}.
 */
public record SoftMarginLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("SoftMarginLoss", "softMarginLoss", "Logistic loss of two classes.", SoftMarginLoss::new)
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.onto(args, in).keeps(k -> k.input(0).input(1));
    }
}
