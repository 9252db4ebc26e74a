package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the largest number of windows whose places are drawn by lot, so that sizes shrink by a fraction.
 * Takes N×C×H×W (or without N), gives N×C×H′×W′. Source: torch.nn.FractionalMaxPool2d. Example: {@code fractionalMaxPool2d(3, outputRatio(0.5))}.
 */
public record FractionalMaxPool2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Fractional.signature("FractionalMaxPool2d", "fractionalMaxPool2d", "Keeps the largest number of windows whose places are drawn by lot, so that sizes shrink by a fraction.", FractionalMaxPool2d::new);

    @Override public Rule rule() {
        return Fractional.rule(args, 2, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Fractional.rule(args, 2, in);
    }
}
