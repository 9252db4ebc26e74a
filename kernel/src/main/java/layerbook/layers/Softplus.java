package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * A smooth ReLU: the logarithm of 1 + eˣ.
 * Takes and gives ∗. Source: torch.nn.Softplus. Example: {@code softplus()}.
 */
public record Softplus(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Softplus", "softplus", "A smooth ReLU: the logarithm of 1 + eˣ.", Softplus::new)
        .option("beta", 1.0, "sharpness")
        .option("threshold", 20.0, "above this it is the identity");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.MULTIPLY, Kind.EXPONENTIAL, Kind.ADD, Kind.LOGARITHM, Kind.DIVIDE, Kind.COMPARE);
    }
}
