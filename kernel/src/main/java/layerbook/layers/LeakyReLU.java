package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps what is positive, makes what is negative small.
 * Takes and gives ∗. Source: torch.nn.LeakyReLU. Example: {@code leakyRelu()}.
 */
public record LeakyReLU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("LeakyReLU", "leakyRelu", "Keeps what is positive, makes what is negative small.", LeakyReLU::new)
        .option("negativeSlope", 0.01, "factor for negative numbers")
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.COMPARE, Kind.MULTIPLY);
    }
}
