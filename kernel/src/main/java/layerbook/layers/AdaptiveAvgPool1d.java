package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Takes means over as many equal parts as are wanted, whatever comes in.
 * Takes N×C×L (or without N), gives N×C×L′ as asked. Source: torch.nn.AdaptiveAvgPool1d. Example: {@code adaptiveAvgPool1d(1)}.
 */
public record AdaptiveAvgPool1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Adaptive.signature("AdaptiveAvgPool1d", "adaptiveAvgPool1d", "Takes means over as many equal parts as are wanted, whatever comes in.", false, AdaptiveAvgPool1d::new);

    @Override public Rule rule() {
        return Adaptive.rule(args, 1, null, false);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Adaptive.rule(args, 1, in, false);
    }
}
