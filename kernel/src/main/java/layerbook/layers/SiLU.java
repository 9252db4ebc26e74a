package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Multiplies each number by its sigmoid.
 * Takes and gives ∗. Source: torch.nn.SiLU. Example: {@code silu()}.
 */
public record SiLU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("SiLU", "silu", "Multiplies each number by its sigmoid.", SiLU::new)
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.NEGATE, Kind.EXPONENTIAL, Kind.ADD, Kind.DIVIDE, Kind.MULTIPLY);
    }
}
