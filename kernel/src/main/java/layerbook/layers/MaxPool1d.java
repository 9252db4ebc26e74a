package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the largest number of each window.
 * Takes N×C×L (or without N), gives N×C×L′. Source: torch.nn.MaxPool1d. Example: {@code maxPool1d(2)}.
 */
public record MaxPool1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Pooling.maxSignature("MaxPool1d", "maxPool1d", "Keeps the largest number of each window.", MaxPool1d::new);

    @Override public Rule rule() {
        return Pooling.max(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Pooling.max(args, 1, in);
    }
}
