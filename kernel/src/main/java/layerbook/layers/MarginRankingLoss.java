package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * One of two should be larger by a margin.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.MarginRankingLoss. Example: {@code x.then(marginRankingLoss(), target)}.
 */
public record MarginRankingLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("MarginRankingLoss", "marginRankingLoss", "One of two should be larger by a margin.", MarginRankingLoss::new)
        .option("margin", 0.0, "the margin")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.triple(args, in).keeps(k -> k.numbers(in.shape(2).numel()).numbers(Losses.EACH));
    }
}
