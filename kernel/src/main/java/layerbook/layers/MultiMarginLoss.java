package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * The right class should win by a margin.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.MultiMarginLoss. Example: {@code x.then(multiMarginLoss(), target)}.
 */
public record MultiMarginLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("MultiMarginLoss", "multiMarginLoss", "The right class should win by a margin.", MultiMarginLoss::new)
        .option("p", 1, "power")
        .option("margin", 1.0, "the margin")
        .option("weight", Type.OBJECT, null, "weight of each class")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        Losses.power(args);
        return Losses.rows(args, in).keeps(k -> k.input(0).input(1));
    }
}
