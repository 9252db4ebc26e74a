package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * An alpha dropout of whole channels.
 * Takes and gives ∗. Counted as after training: no work. Source: torch.nn.FeatureAlphaDropout. Example: {@code featureAlphaDropout(0.5)}.
 */
public record FeatureAlphaDropout(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Dropping.signature("FeatureAlphaDropout", "featureAlphaDropout", "An alpha dropout of whole channels.", FeatureAlphaDropout::new);

    @Override public Rule rule() {
        return Dropping.channels(args, null, -1);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Dropping.channels(args, in, -1);
    }
}
