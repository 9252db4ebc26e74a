package layerbook.layers;

import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Logistic loss of several classes at once.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.MultiLabelSoftMarginLoss. Example: {@code x.then(multiLabelSoftMarginLoss(), target)}.
 */
public record MultiLabelSoftMarginLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("MultiLabelSoftMarginLoss", "multiLabelSoftMarginLoss", "Logistic loss of several classes at once.", MultiLabelSoftMarginLoss::new)
        .option("weight", Type.OBJECT, null, "weight of each class")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.rowsSame(args, in).keeps(k -> k.input(0).input(1).numbers(Expr.of(4), Losses.EACH));
    }
}
