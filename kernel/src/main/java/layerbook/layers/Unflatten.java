package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes several axes of one.
 * Source: torch.nn.Unflatten. Example: {@code unflatten(1, size(3, 4))}.
 */
public record Unflatten(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Unflatten", "unflatten", "Makes several axes of one.", Unflatten::new)
        .required("dim", Type.INT, "the axis")
        .required("unflattenedSize", Type.SIZE, "the sizes it becomes; one may be -1");

    @Override public Rule rule() {
        return Rearranging.unflatten(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Rearranging.unflatten(args, in);
    }
}
