package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Slides a window over a volume; each output channel has a window of its own.
 * Takes N×Cᵢₙ×D×H×W (or without N), gives N×Cₒᵤₜ×D′×H′×W′. Source: torch.nn.Conv3d. Example: {@code conv3d(3, 16, 3, padding(1))}.
 */
public record Conv3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Convolution.signature("Conv3d", "conv3d",
        "Slides a window over a volume; each output channel has a window of its own. Every position costs one multiply-add per number in the window.", Conv3d::new);

    @Override public Rule rule() {
        return Convolution.rule(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Convolution.rule(args, 3, in);
    }
}
