package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Squeezes each number between 0 and 1.
 * Takes and gives ∗. Source: torch.nn.Sigmoid. Example: {@code sigmoid()}.
 */
public record Sigmoid(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Sigmoid", "sigmoid", "Squeezes each number between 0 and 1.", Sigmoid::new);

    @Override public Rule rule() {
        return Elementwise.fractions(args, Kind.NEGATE, Kind.EXPONENTIAL, Kind.ADD, Kind.DIVIDE).keeps(k -> k.output(0));
    }
}
