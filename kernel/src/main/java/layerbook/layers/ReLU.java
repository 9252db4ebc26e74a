package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps what is positive, makes the rest zero.
 * Takes and gives ∗. Source: torch.nn.ReLU. Example: {@code relu()}.
 */
public record ReLU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("ReLU", "relu", "Keeps what is positive, makes the rest zero.", ReLU::new)
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.reals(args, Kind.COMPARE).keeps(k -> k.output(0));
    }
}
