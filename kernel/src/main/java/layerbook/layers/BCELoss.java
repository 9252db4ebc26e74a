package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Cross entropy of yes and no, from probabilities.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.BCELoss. Example: {@code x.then(bceLoss(), target)}.
 */
public record BCELoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("BCELoss", "bceLoss", "Cross entropy of yes and no, from probabilities.", BCELoss::new)
        .option("weight", Type.OBJECT, null, "weight of each example")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.same(args, in).keeps(k -> k.input(0).input(1));
    }
}
