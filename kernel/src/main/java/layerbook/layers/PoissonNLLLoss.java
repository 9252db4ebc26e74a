package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * How unlikely counts are under Poisson rates.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.PoissonNLLLoss. Example: {@code x.then(poissonNllLoss(), target)}.
 */
public record PoissonNLLLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("PoissonNLLLoss", "poissonNllLoss", "How unlikely counts are under Poisson rates.", PoissonNLLLoss::new)
        .option("logInput", true, "whether the input is a logarithm")
        .option("full", false, "whether Stirling's term is added")
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("eps", 1e-8, "added before the logarithm")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.pair(args, in).keeps(k -> k.numbers(in.shape(0).numel()).input(1));
    }
}
