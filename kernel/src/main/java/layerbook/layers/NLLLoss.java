package layerbook.layers;

import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * How unlikely the right class is under log probabilities.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.NLLLoss. Example: {@code x.then(nllLoss(), target)}.
 */
public record NLLLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("NLLLoss", "nllLoss", "How unlikely the right class is under log probabilities.", NLLLoss::new)
        .option("weight", Type.OBJECT, null, "weight of each class")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("ignoreIndex", -100, "a class that does not count")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.classes(args, in).keeps(k -> k.input(0).input(1).numbers(Expr.ONE));
    }
}
