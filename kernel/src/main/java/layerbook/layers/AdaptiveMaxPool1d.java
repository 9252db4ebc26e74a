package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the largest number of as many equal parts as are wanted, whatever comes in.
 * Takes N×C×L (or without N), gives N×C×L′ as asked. Source: torch.nn.AdaptiveMaxPool1d. Example: {@code adaptiveMaxPool1d(1)}.
 */
public record AdaptiveMaxPool1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Adaptive.signature("AdaptiveMaxPool1d", "adaptiveMaxPool1d", "Keeps the largest number of as many equal parts as are wanted, whatever comes in.", true, AdaptiveMaxPool1d::new);

    @Override public Rule rule() {
        return Adaptive.rule(args, 1, null, true);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Adaptive.rule(args, 1, in, true);
    }
}
