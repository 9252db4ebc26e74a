package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the largest number of as many equal parts as are wanted, whatever comes in.
 * Takes N×C×H×W (or without N), gives N×C×H′×W′ as asked. Source: torch.nn.AdaptiveMaxPool2d. Example: {@code adaptiveMaxPool2d(1)}.
 */
public record AdaptiveMaxPool2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Adaptive.signature("AdaptiveMaxPool2d", "adaptiveMaxPool2d", "Keeps the largest number of as many equal parts as are wanted, whatever comes in.", true, AdaptiveMaxPool2d::new);

    @Override public Rule rule() {
        return Adaptive.rule(args, 2, null, true);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Adaptive.rule(args, 2, in, true);
    }
}
