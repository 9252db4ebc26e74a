package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts the opposite side around.
 * Takes N×C×D×H×W (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.CircularPad3d. Example: {@code circularPad3d(2)}.
 */
public record CircularPad3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("CircularPad3d", "circularPad3d", "Puts the opposite side around.", Padding.Fill.CIRCULAR, CircularPad3d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 3, Padding.Fill.CIRCULAR, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 3, Padding.Fill.CIRCULAR, in);
    }
}
