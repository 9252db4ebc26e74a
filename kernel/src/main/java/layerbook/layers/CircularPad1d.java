package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts the opposite side around.
 * Takes N×C×L (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.CircularPad1d. Example: {@code circularPad1d(2)}.
 */
public record CircularPad1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("CircularPad1d", "circularPad1d", "Puts the opposite side around.", Padding.Fill.CIRCULAR, CircularPad1d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 1, Padding.Fill.CIRCULAR, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 1, Padding.Fill.CIRCULAR, in);
    }
}
