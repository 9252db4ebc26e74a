package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * How far two vectors are from each other.
 * Takes two tensors, gives them without the last axis. Source: torch.nn.PairwiseDistance. Example: {@code x.then(pairwiseDistance(), y)}.
 */
public record PairwiseDistance(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("PairwiseDistance", "pairwiseDistance", "How far two vectors are from each other.", PairwiseDistance::new)
        .option("p", 2.0, "the norm")
        .option("eps", 1e-6, "added to the difference")
        .option("keepdim", false, "whether the axis stays, with size 1");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.distance(args, in).keeps(k -> k.numbers(Losses.EACH).output(0));
    }
}
