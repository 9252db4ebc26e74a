package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts a number around.
 * Takes N×C×D×H×W (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.ConstantPad3d. Example: {@code constantPad3d(2, 1.5)}.
 */
public record ConstantPad3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("ConstantPad3d", "constantPad3d", "Puts a number around.", Padding.Fill.CONSTANT, ConstantPad3d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 3, Padding.Fill.CONSTANT, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 3, Padding.Fill.CONSTANT, in);
    }
}
