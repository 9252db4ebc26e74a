package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * How far one distribution is from another.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.KLDivLoss. Example: {@code x.then(klDivLoss(), target)}.
 */
public record KLDivLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("KLDivLoss", "klDivLoss", "How far one distribution is from another.", KLDivLoss::new)
        .option("logTarget", false, "whether the target is a logarithm")
        .option("reduction", "mean", "none, mean or sum");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.pair(args, in);
    }
}
