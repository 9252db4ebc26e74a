package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts numbers back to the places that a max pool took them from; the rest is zero.
 * Takes N×C×L′ and the indices, gives N×C×L. Source: torch.nn.MaxUnpool1d. Example: {@code x.then(maxUnpool1d(2), indices)}.
 */
public record MaxUnpool1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Unpooling.signature("MaxUnpool1d", "maxUnpool1d", "Puts numbers back to the places that a max pool took them from; the rest is zero.", MaxUnpool1d::new);

    @Override public Rule rule() {
        return Unpooling.rule(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Unpooling.rule(args, 1, in);
    }
}
