package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts the mirrored input around.
 * Takes N×C×H×W (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.ReflectionPad2d. Example: {@code reflectionPad2d(2)}.
 */
public record ReflectionPad2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("ReflectionPad2d", "reflectionPad2d", "Puts the mirrored input around.", Padding.Fill.REFLECTION, ReflectionPad2d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 2, Padding.Fill.REFLECTION, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 2, Padding.Fill.REFLECTION, in);
    }
}
