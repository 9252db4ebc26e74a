package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the mean of each window.
 * Takes N×C×H×W (or without N), gives N×C×H′×W′. Source: torch.nn.AvgPool2d. Example: {@code avgPool2d(2)}.
 */
public record AvgPool2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Pooling.averageSignature("AvgPool2d", "avgPool2d", "Keeps the mean of each window.", 2, AvgPool2d::new);

    @Override public Rule rule() {
        return Pooling.average(args, 2, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Pooling.average(args, 2, in);
    }
}
