package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts a number around.
 * Takes N×C×L (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.ConstantPad1d. Example: {@code constantPad1d(2, 1.5)}.
 */
public record ConstantPad1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("ConstantPad1d", "constantPad1d", "Puts a number around.", Padding.Fill.CONSTANT, ConstantPad1d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 1, Padding.Fill.CONSTANT, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 1, Padding.Fill.CONSTANT, in);
    }
}
