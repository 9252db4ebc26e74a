package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts numbers back to the places that a max pool took them from; the rest is zero.
 * Takes N×C×H′×W′ and the indices, gives N×C×H×W. Source: torch.nn.MaxUnpool2d. Example: {@code x.then(maxUnpool2d(2), indices)}.
 */
public record MaxUnpool2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Unpooling.signature("MaxUnpool2d", "maxUnpool2d", "Puts numbers back to the places that a max pool took them from; the rest is zero.", MaxUnpool2d::new);

    @Override public Rule rule() {
        return Unpooling.rule(args, 2, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Unpooling.rule(args, 2, in);
    }
}
