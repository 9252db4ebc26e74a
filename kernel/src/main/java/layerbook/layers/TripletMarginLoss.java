package layerbook.layers;

import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * The like one should be nearer than the other by a margin.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.TripletMarginLoss. Example: {@code x.then(tripletMarginLoss(), target)}.
 */
public record TripletMarginLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("TripletMarginLoss", "tripletMarginLoss", "The like one should be nearer than the other by a margin.", TripletMarginLoss::new)
        .option("margin", 1.0, "the margin")
        .option("p", 2.0, "the norm")
        .option("eps", 1e-6, "added to the distance")
        .option("swap", false, "whether the two others are compared too")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.triplet(args, in).keeps(k -> k.numbers(Losses.EACH).numbers(Expr.of(3), Losses.rows(in, -1)));
    }
}
