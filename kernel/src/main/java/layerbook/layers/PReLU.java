package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * A leaky ReLU whose slope is learned, one for all channels or one each.
 * Takes and gives N×C×∗. Source: torch.nn.PReLU. Example: {@code prelu(3)} has 3 weights.
 */
public record PReLU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("PReLU", "prelu", "A leaky ReLU whose slope is learned, one for all channels or one each.", PReLU::new)
        .option("numParameters", 1, "slopes: 1, or as many as channels")
        .option("init", 0.25, "first value of the slopes");

    @Override public Rule rule() {
        return Gates.prelu(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Gates.prelu(args, in);
    }
}
