package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * An ELU that is smooth for every alpha.
 * Takes and gives ∗. Source: torch.nn.CELU. Example: {@code celu()}.
 */
public record CELU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("CELU", "celu", "An ELU that is smooth for every alpha.", CELU::new)
        .option("alpha", 1.0, "where the negative side ends")
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.COMPARE, Kind.DIVIDE, Kind.EXPONENTIAL, Kind.ADD, Kind.MULTIPLY);
    }
}
