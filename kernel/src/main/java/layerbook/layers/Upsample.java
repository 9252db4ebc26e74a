package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes images larger (or smaller) by filling in between.
 * Takes N×C×∗, gives N×C with one, two or three new sizes. Source: torch.nn.Upsample. Example: {@code upsample(scaleFactor(2), mode("bilinear"))}.
 */
public record Upsample(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Upsampling.signature("Upsample", "upsample", "Makes images larger (or smaller) by filling in between.", "nearest", Upsample::new);

    @Override public Rule rule() {
        return Upsampling.rule(args, null, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Upsampling.rule(args, in, null);
    }
}
