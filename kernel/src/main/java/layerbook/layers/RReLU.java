package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * A leaky ReLU whose slope is drawn by lot in training.
 * Takes and gives ∗. Source: torch.nn.RReLU. Example: {@code rrelu()}.
 */
public record RReLU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("RReLU", "rrelu", "A leaky ReLU whose slope is drawn by lot in training.", RReLU::new)
        .option("lower", 0.125, "smallest slope")
        .option("upper", 0.3333333333333333, "largest slope")
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.COMPARE, Kind.MULTIPLY).keeps(k -> k.input(0).numbers(Letters.ANY));
    }
}
