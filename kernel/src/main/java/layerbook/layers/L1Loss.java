package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * The mean distance between two tensors.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.L1Loss. Example: {@code x.then(l1Loss(), target)}.
 */
public record L1Loss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("L1Loss", "l1Loss", "The mean distance between two tensors.", L1Loss::new)
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.pair(args, in).keeps(k -> k.numbers(Losses.EACH));
    }
}
