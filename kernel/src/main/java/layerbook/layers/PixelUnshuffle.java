package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Stacks neighbouring points as channels.
 * Source: torch.nn.PixelUnshuffle. Example: {@code pixelUnshuffle(2)}.
 */
public record PixelUnshuffle(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("PixelUnshuffle", "pixelUnshuffle", "Stacks neighbouring points as channels.", PixelUnshuffle::new)
        .required("downscaleFactor", Type.INT, "how much coarser");

    @Override public Rule rule() {
        return Rearranging.unshuffle(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Rearranging.unshuffle(args, in);
    }
}
