package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Spreads each point of a sequence over a window: a convolution the other way round, which makes the output larger.
 * Takes N×Cᵢₙ×L (or without N), gives N×Cₒᵤₜ×L′. Source: torch.nn.ConvTranspose1d. Example: {@code convTranspose1d(8, 4, 2, stride(2))}.
 */
public record ConvTranspose1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Transposed.signature("ConvTranspose1d", "convTranspose1d",
        "Spreads each point of a sequence over a window: a convolution the other way round, which makes the output larger.", ConvTranspose1d::new);

    @Override public Rule rule() {
        return Transposed.rule(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Transposed.rule(args, 1, in);
    }
}
