package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Lays channels out as finer points of the image.
 * Source: torch.nn.PixelShuffle. Example: {@code pixelShuffle(2)}.
 */
public record PixelShuffle(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("PixelShuffle", "pixelShuffle", "Lays channels out as finer points of the image.", PixelShuffle::new)
        .required("upscaleFactor", Type.INT, "how much finer");

    @Override public Rule rule() {
        return Rearranging.shuffle(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Rearranging.shuffle(args, in);
    }
}
