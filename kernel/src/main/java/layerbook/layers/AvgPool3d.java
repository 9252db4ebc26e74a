package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the mean of each window.
 * Takes N×C×D×H×W (or without N), gives N×C×D′×H′×W′. Source: torch.nn.AvgPool3d. Example: {@code avgPool3d(2)}.
 */
public record AvgPool3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Pooling.averageSignature("AvgPool3d", "avgPool3d", "Keeps the mean of each window.", 3, AvgPool3d::new);

    @Override public Rule rule() {
        return Pooling.average(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Pooling.average(args, 3, in);
    }
}
