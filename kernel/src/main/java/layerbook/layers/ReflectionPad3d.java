package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts the mirrored input around.
 * Takes N×C×D×H×W (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.ReflectionPad3d. Example: {@code reflectionPad3d(2)}.
 */
public record ReflectionPad3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("ReflectionPad3d", "reflectionPad3d", "Puts the mirrored input around.", Padding.Fill.REFLECTION, ReflectionPad3d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 3, Padding.Fill.REFLECTION, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 3, Padding.Fill.REFLECTION, in);
    }
}
