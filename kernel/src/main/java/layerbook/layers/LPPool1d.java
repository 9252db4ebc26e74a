package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps the power mean of each window: the root of the sum of the powers.
 * Takes N×C×L (or without N), gives N×C×L′. Source: torch.nn.LPPool1d. Example: {@code lpPool1d(2, 3)}: norm 2, window 3.
 */
public record LPPool1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Pooling.powerSignature("LPPool1d", "lpPool1d", "Keeps the power mean of each window: the root of the sum of the powers.", LPPool1d::new);

    @Override public Rule rule() {
        return Pooling.power(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Pooling.power(args, 1, in);
    }
}
