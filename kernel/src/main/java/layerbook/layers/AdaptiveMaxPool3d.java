package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the largest number of as many equal parts as are wanted, whatever comes in.
 * Takes N×C×D×H×W (or without N), gives N×C×D′×H′×W′ as asked. Source: torch.nn.AdaptiveMaxPool3d. Example: {@code adaptiveMaxPool3d(1)}.
 */
public record AdaptiveMaxPool3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Adaptive.signature("AdaptiveMaxPool3d", "adaptiveMaxPool3d", "Keeps the largest number of as many equal parts as are wanted, whatever comes in.", true, AdaptiveMaxPool3d::new);

    @Override public Rule rule() {
        return Adaptive.rule(args, 3, null, true);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Adaptive.rule(args, 3, in, true);
    }
}
