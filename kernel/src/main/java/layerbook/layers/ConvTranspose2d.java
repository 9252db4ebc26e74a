package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Spreads each point of an image over a window: a convolution the other way round, which makes the output larger.
 * Takes N×Cᵢₙ×H×W (or without N), gives N×Cₒᵤₜ×H′×W′. Source: torch.nn.ConvTranspose2d. Example: {@code convTranspose2d(8, 4, 2, stride(2))}.
 */
public record ConvTranspose2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Transposed.signature("ConvTranspose2d", "convTranspose2d",
        "Spreads each point of an image over a window: a convolution the other way round, which makes the output larger.", ConvTranspose2d::new);

    @Override public Rule rule() {
        return Transposed.rule(args, 2, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Transposed.rule(args, 2, in);
    }
}
