package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts numbers back to the places that a max pool took them from; the rest is zero.
 * Takes N×C×D′×H′×W′ and the indices, gives N×C×D×H×W. Source: torch.nn.MaxUnpool3d. Example: {@code x.then(maxUnpool3d(2), indices)}.
 */
public record MaxUnpool3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Unpooling.signature("MaxUnpool3d", "maxUnpool3d", "Puts numbers back to the places that a max pool took them from; the rest is zero.", MaxUnpool3d::new);

    @Override public Rule rule() {
        return Unpooling.rule(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Unpooling.rule(args, 3, in);
    }
}
