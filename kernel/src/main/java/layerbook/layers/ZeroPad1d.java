package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts zeros around.
 * Takes N×C×L (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.ZeroPad1d. Example: {@code zeroPad1d(2)}.
 */
public record ZeroPad1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("ZeroPad1d", "zeroPad1d", "Puts zeros around.", Padding.Fill.ZERO, ZeroPad1d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 1, Padding.Fill.ZERO, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 1, Padding.Fill.ZERO, in);
    }
}
