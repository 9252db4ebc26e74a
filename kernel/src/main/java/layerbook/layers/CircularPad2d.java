package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts the opposite side around.
 * Takes N×C×H×W (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.CircularPad2d. Example: {@code circularPad2d(2)}.
 */
public record CircularPad2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("CircularPad2d", "circularPad2d", "Puts the opposite side around.", Padding.Fill.CIRCULAR, CircularPad2d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 2, Padding.Fill.CIRCULAR, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 2, Padding.Fill.CIRCULAR, in);
    }
}
