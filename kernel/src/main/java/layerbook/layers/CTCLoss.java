package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * How unlikely a labelling is, whatever its alignment.
 * Takes the prediction and the target, gives one number, or one for each with reduction("none"). Source: torch.nn.CTCLoss. Example: {@code x.then(ctcLoss(), target)}.
 */
public record CTCLoss(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("CTCLoss", "ctcLoss", "How unlikely a labelling is, whatever its alignment.", CTCLoss::new)
        .option("blank", 0, "the class of no label")
        .option("reduction", "mean", "none, mean or sum")
        .option("zeroInfinity", false, "whether infinite losses become zero");

    @Override public Rule rule() {
        return Losses.usual(args);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Losses.ctc(args, in).keeps(k -> Losses.paths(k.input(0).input(1), in));
    }
}
