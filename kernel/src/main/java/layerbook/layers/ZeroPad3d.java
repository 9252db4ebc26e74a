package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts zeros around.
 * Takes N×C×D×H×W (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.ZeroPad3d. Example: {@code zeroPad3d(2)}.
 */
public record ZeroPad3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("ZeroPad3d", "zeroPad3d", "Puts zeros around.", Padding.Fill.ZERO, ZeroPad3d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 3, Padding.Fill.ZERO, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 3, Padding.Fill.ZERO, in);
    }
}
