package layerbook.layers;

import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * The like one should be nearer than the other by a margin, in a distance of one's own.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.TripletMarginWithDistanceLoss. Example: {@code x.then(tripletMarginWithDistanceLoss(), target)}.
 */
public record TripletMarginWithDistanceLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("TripletMarginWithDistanceLoss", "tripletMarginWithDistanceLoss", "The like one should be nearer than the other by a margin, in a distance of one's own.", TripletMarginWithDistanceLoss::new)
        .option("margin", 1.0, "the margin")
        .option("swap", false, "whether the two others are compared too")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.triplet(args, in).keeps(k -> k.numbers(Losses.EACH).numbers(Expr.of(3), Losses.rows(in, -1)));
    }
}
