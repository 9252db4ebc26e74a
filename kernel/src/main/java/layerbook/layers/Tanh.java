package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Squeezes each number between −1 and 1.
 * Takes and gives ∗. Source: torch.nn.Tanh. Example: {@code tanh()}.
 */
public record Tanh(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Tanh", "tanh", "Squeezes each number between −1 and 1.", Tanh::new);

    @Override public Rule rule() {
        return Elementwise.fractions(args, Kind.TANGENT_H).keeps(k -> k.output(0));
    }
}
