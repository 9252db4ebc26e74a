package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Takes means over as many equal parts as are wanted, whatever comes in.
 * Takes N×C×D×H×W (or without N), gives N×C×D′×H′×W′ as asked. Source: torch.nn.AdaptiveAvgPool3d. Example: {@code adaptiveAvgPool3d(1)}.
 */
public record AdaptiveAvgPool3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Adaptive.signature("AdaptiveAvgPool3d", "adaptiveAvgPool3d", "Takes means over as many equal parts as are wanted, whatever comes in.", false, AdaptiveAvgPool3d::new);

    @Override public Rule rule() {
        return Adaptive.rule(args, 3, null, false);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Adaptive.rule(args, 3, in, false);
    }
}
