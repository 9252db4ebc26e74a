package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Takes means over as many equal parts as are wanted, whatever comes in.
 * Takes N×C×H×W (or without N), gives N×C×H′×W′ as asked. Source: torch.nn.AdaptiveAvgPool2d. Example: {@code adaptiveAvgPool2d(1)}.
 */
public record AdaptiveAvgPool2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Adaptive.signature("AdaptiveAvgPool2d", "adaptiveAvgPool2d", "Takes means over as many equal parts as are wanted, whatever comes in.", false, AdaptiveAvgPool2d::new);

    @Override public Rule rule() {
        return Adaptive.rule(args, 2, null, false);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Adaptive.rule(args, 2, in, false);
    }
}
