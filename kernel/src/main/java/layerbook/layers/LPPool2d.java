package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the power mean of each window: the root of the sum of the powers.
 * Takes N×C×H×W (or without N), gives N×C×H′×W′. Source: torch.nn.LPPool2d. Example: {@code lpPool2d(2, 3)}: norm 2, window 3.
 */
public record LPPool2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Pooling.powerSignature("LPPool2d", "lpPool2d", "Keeps the power mean of each window: the root of the sum of the powers.", LPPool2d::new);

    @Override public Rule rule() {
        return Pooling.power(args, 2, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Pooling.power(args, 2, in);
    }
}
