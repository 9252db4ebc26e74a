package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Slides a window over a sequence; each output channel has a window of its own.
 * Takes N×Cᵢₙ×L (or without N), gives N×Cₒᵤₜ×L′. Source: torch.nn.Conv1d. Example: {@code conv1d(3, 16, 3, padding(1))}.
 */
public record Conv1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Convolution.signature("Conv1d", "conv1d",
        "Slides a window over a sequence; each output channel has a window of its own. Every position costs one multiply-add per number in the window.", Conv1d::new);

    @Override public Rule rule() {
        return Convolution.rule(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Convolution.rule(args, 1, in);
    }
}
