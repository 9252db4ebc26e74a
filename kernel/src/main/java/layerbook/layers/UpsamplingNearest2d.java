package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes images larger by repeating the nearest point.
 * Takes N×C×H×W. Source: torch.nn.UpsamplingNearest2d. Example: {@code upsamplingNearest2d(scaleFactor(2))}.
 */
public record UpsamplingNearest2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Upsampling.signature("UpsamplingNearest2d", "upsamplingNearest2d", "Makes images larger by repeating the nearest point.", null, UpsamplingNearest2d::new);

    @Override public Rule rule() {
        return Upsampling.rule(args, null, "nearest");
    }

    @Override public Rule ruleFor(Inputs in) {
        return Upsampling.rule(args, in, "nearest");
    }
}
