package layerbook.layers;

import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Small distances for like pairs, at least a margin for others.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.HingeEmbeddingLoss. Example: {@code x.then(hingeEmbeddingLoss(), target)}.
 */
public record HingeEmbeddingLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("HingeEmbeddingLoss", "hingeEmbeddingLoss", "Small distances for like pairs, at least a margin for others.", HingeEmbeddingLoss::new)
        .option("margin", 1.0, "the margin")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.pair(args, in).keeps(k -> k.numbers(Losses.EACH).mask(Expr.of(2), Losses.EACH));
    }
}
