package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps what is positive; what is negative bends towards −alpha.
 * Takes and gives ∗. Source: torch.nn.ELU. Example: {@code elu()}.
 */
public record ELU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("ELU", "elu", "Keeps what is positive; what is negative bends towards −alpha.", ELU::new)
        .option("alpha", 1.0, "where the negative side ends")
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.COMPARE, Kind.EXPONENTIAL, Kind.ADD, Kind.MULTIPLY);
    }
}
