package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * How unlikely numbers are under normal distributions.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.GaussianNLLLoss. Example: {@code x.then(gaussianNllLoss(), target)}.
 */
public record GaussianNLLLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("GaussianNLLLoss", "gaussianNllLoss", "How unlikely numbers are under normal distributions.", GaussianNLLLoss::new)
        .option("full", false, "whether the constant term is added")
        .option("eps", 1e-6, "smallest variance")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.gaussian(args, in).keeps(k -> k.numbers(Losses.EACH).numbers(in.shape(2).numel()).numbers(Losses.EACH).ifGradient(2));
    }
}
