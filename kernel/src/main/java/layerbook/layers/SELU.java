package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * A scaled ELU whose outputs keep mean 0 and variance 1.
 * Takes and gives ∗. Source: torch.nn.SELU. Example: {@code selu()}.
 */
public record SELU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("SELU", "selu", "A scaled ELU whose outputs keep mean 0 and variance 1.", SELU::new)
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.COMPARE, Kind.EXPONENTIAL, Kind.ADD, Kind.MULTIPLY, Kind.MULTIPLY);
    }
}
