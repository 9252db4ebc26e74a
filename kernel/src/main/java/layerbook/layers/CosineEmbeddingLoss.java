package layerbook.layers;

import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Like pairs should point the same way.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.CosineEmbeddingLoss. Example: {@code x.then(cosineEmbeddingLoss(), target)}.
 */
public record CosineEmbeddingLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("CosineEmbeddingLoss", "cosineEmbeddingLoss", "Like pairs should point the same way.", CosineEmbeddingLoss::new)
        .option("margin", 0.0, "the margin")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.cosine(args, in).keeps(k -> k.input(0).input(1).numbers(Expr.of(4), Losses.rows(in, -1)).mask(Expr.of(2), Losses.rows(in, -1)));
    }
}
