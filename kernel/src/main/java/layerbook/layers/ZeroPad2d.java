package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts zeros around.
 * Takes N×C×H×W (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.ZeroPad2d. Example: {@code zeroPad2d(2)}.
 */
public record ZeroPad2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("ZeroPad2d", "zeroPad2d", "Puts zeros around.", Padding.Fill.ZERO, ZeroPad2d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 2, Padding.Fill.ZERO, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 2, Padding.Fill.ZERO, in);
    }
}
