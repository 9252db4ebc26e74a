package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * A dropout that keeps mean and variance, for SELU networks.
 * Takes and gives ∗. Counted as after training: no work. Source: torch.nn.AlphaDropout. Example: {@code alphaDropout(0.5)}.
 */
public record AlphaDropout(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Dropping.signature("AlphaDropout", "alphaDropout", "A dropout that keeps mean and variance, for SELU networks.", AlphaDropout::new);

    @Override public Rule rule() {
        return Dropping.alpha(args);
    }
}
