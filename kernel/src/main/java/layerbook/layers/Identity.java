package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Gives what it gets.
 * Takes and gives ∗. Source: torch.nn.Identity. Example: {@code identity()}.
 */
public record Identity(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Identity", "identity", "Gives what it gets.", Identity::new);

    @Override public Rule rule() {
        return Elementwise.anything(args).viewOf(0);
    }
}
