package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * A softmax over the channels at each place of an image.
 * Takes and gives N×C×H×W (or without N). Source: torch.nn.Softmax2d. Example: {@code softmax2d()}.
 */
public record Softmax2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Softmax2d", "softmax2d", "A softmax over the channels at each place of an image.", Softmax2d::new);

    @Override public Rule rule() {
        return Softmaxes.image(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Softmaxes.image(args, in);
    }
}
