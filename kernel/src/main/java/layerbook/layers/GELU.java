package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Weighs each number by how likely a normal one is smaller.
 * Takes and gives ∗. Source: torch.nn.GELU. Example: {@code gelu()}.
 */
public record GELU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("GELU", "gelu", "Weighs each number by how likely a normal one is smaller.", GELU::new)
        .option("approximate", "none", "none or tanh");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.DIVIDE, Kind.ERROR_FUNCTION, Kind.ADD, Kind.MULTIPLY, Kind.MULTIPLY);
    }
}
