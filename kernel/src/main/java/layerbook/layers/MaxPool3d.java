package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the largest number of each window.
 * Takes N×C×D×H×W (or without N), gives N×C×D′×H′×W′. Source: torch.nn.MaxPool3d. Example: {@code maxPool3d(2)}.
 */
public record MaxPool3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Pooling.maxSignature("MaxPool3d", "maxPool3d", "Keeps the largest number of each window.", MaxPool3d::new);

    @Override public Rule rule() {
        return Pooling.max(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Pooling.max(args, 3, in);
    }
}
