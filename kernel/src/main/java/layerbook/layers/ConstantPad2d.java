package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts a number around.
 * Takes N×C×H×W (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.ConstantPad2d. Example: {@code constantPad2d(2, 1.5)}.
 */
public record ConstantPad2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("ConstantPad2d", "constantPad2d", "Puts a number around.", Padding.Fill.CONSTANT, ConstantPad2d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 2, Padding.Fill.CONSTANT, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 2, Padding.Fill.CONSTANT, in);
    }
}
