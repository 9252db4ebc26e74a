package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/** Keeps the largest number of each window. Takes N×C×H×W (or without N), gives N×C×H′×W′. Source: torch.nn.MaxPool2d. Example: {@code maxPool2d(2)}. */
public record MaxPool2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Pooling.maxSignature("MaxPool2d", "maxPool2d", "Keeps the largest number of each window.", MaxPool2d::new);

    @Override public Rule rule() {
        return Pooling.max(args, 2, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Pooling.max(args, 2, in);
    }
}
