package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the largest number of windows whose places are drawn by lot, so that sizes shrink by a fraction.
 * Takes N×C×D×H×W (or without N), gives N×C×D′×H′×W′. Source: torch.nn.FractionalMaxPool3d. Example: {@code fractionalMaxPool3d(3, outputRatio(0.5))}.
 */
public record FractionalMaxPool3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Fractional.signature("FractionalMaxPool3d", "fractionalMaxPool3d", "Keeps the largest number of windows whose places are drawn by lot, so that sizes shrink by a fraction.", FractionalMaxPool3d::new);

    @Override public Rule rule() {
        return Fractional.rule(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Fractional.rule(args, 3, in);
    }
}
