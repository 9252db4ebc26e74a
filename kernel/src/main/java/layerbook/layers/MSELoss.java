package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * The mean squared difference of two tensors.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.MSELoss. Example: {@code x.then(mseLoss(), target)}.
 */
public record MSELoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("MSELoss", "mseLoss", "The mean squared difference of two tensors.", MSELoss::new)
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.pair(args, in).keeps(k -> k.input(0).input(1));
    }
}
