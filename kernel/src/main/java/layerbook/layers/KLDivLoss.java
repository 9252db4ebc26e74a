package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * How far one distribution is from another.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.KLDivLoss. Example: {@code x.then(klDivLoss(), target)}.
 */
public record KLDivLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("KLDivLoss", "klDivLoss", "How far one distribution is from another.", KLDivLoss::new)
        .option("sizeAverage", Type.BOOL, null, "the old way to say reduction: true for mean, false for sum")
        .option("reduce", Type.BOOL, null, "the old way to say reduction: false for none")
        .option("reduction", "mean", "none, mean or sum")
        .option("logTarget", false, "whether the target is a logarithm");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.pair(args, in).keeps(k -> k.when(!args.flag("logTarget"), t -> t.input(1)).when(args.flag("logTarget"), t -> t.numbers(in.shape(1).numel())));
    }
}
