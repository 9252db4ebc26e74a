package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Spreads each point of a volume over a window: a convolution the other way round, which makes the output larger.
 * Takes N×Cᵢₙ×D×H×W (or without N), gives N×Cₒᵤₜ×D′×H′×W′. Source: torch.nn.ConvTranspose3d. Example: {@code convTranspose3d(8, 4, 2, stride(2))}.
 */
public record ConvTranspose3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Transposed.signature("ConvTranspose3d", "convTranspose3d",
        "Spreads each point of a volume over a window: a convolution the other way round, which makes the output larger.", ConvTranspose3d::new);

    @Override public Rule rule() {
        return Transposed.rule(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Transposed.rule(args, 3, in);
    }
}
