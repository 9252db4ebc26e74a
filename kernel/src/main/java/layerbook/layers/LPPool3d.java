package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the power mean of each window: the root of the sum of the powers.
 * Takes N×C×D×H×W (or without N), gives N×C×D′×H′×W′. Source: torch.nn.LPPool3d. Example: {@code lpPool3d(2, 3)}: norm 2, window 3.
 */
public record LPPool3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Pooling.powerSignature("LPPool3d", "lpPool3d", "Keeps the power mean of each window: the root of the sum of the powers.", LPPool3d::new);

    @Override public Rule rule() {
        return Pooling.power(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Pooling.power(args, 3, in);
    }
}
