package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes images larger by straight lines between points.
 * Takes N×C×H×W. Source: torch.nn.UpsamplingBilinear2d. Example: {@code upsamplingBilinear2d(scaleFactor(2))}.
 */
public record UpsamplingBilinear2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Upsampling.signature("UpsamplingBilinear2d", "upsamplingBilinear2d", "Makes images larger by straight lines between points.", null, UpsamplingBilinear2d::new);

    @Override public Rule rule() {
        return Upsampling.rule(args, null, "bilinear");
    }

    @Override public Rule ruleFor(Inputs in) {
        return Upsampling.rule(args, in, "bilinear");
    }
}
