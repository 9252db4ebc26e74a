package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Slides a window over an image; each output channel has a window of its own.
 * Takes N×Cᵢₙ×H×W (or without N), gives N×Cₒᵤₜ×H′×W′. Source: torch.nn.Conv2d.
 * Example: {@code conv2d(3, 16, 3, padding(1))} on 3×32×32 has 16·(3·3² + 1) = 448 weights.
 */
public record Conv2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Convolution.signature("Conv2d", "conv2d",
        "Slides a window over an image; each output channel has a window of its own. Every position costs one multiply-add per number in the window.", Conv2d::new);

    @Override public Rule rule() {
        return Convolution.rule(args, 2, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Convolution.rule(args, 2, in);
    }
}
