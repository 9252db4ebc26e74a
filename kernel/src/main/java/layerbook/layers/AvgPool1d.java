package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the mean of each window.
 * Takes N×C×L (or without N), gives N×C×L′. Source: torch.nn.AvgPool1d. Example: {@code avgPool1d(2)}.
 */
public record AvgPool1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Pooling.averageSignature("AvgPool1d", "avgPool1d", "Keeps the mean of each window.", 1, AvgPool1d::new);

    @Override public Rule rule() {
        return Pooling.average(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Pooling.average(args, 1, in);
    }
}
