package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Multiplies each number by the tanh of its softplus.
 * Takes and gives ∗. Source: torch.nn.Mish. Example: {@code mish()}.
 */
public record Mish(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Mish", "mish", "Multiplies each number by the tanh of its softplus.", Mish::new)
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.EXPONENTIAL, Kind.ADD, Kind.LOGARITHM, Kind.TANGENT_H, Kind.MULTIPLY);
    }
}
