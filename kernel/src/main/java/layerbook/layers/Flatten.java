package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes one axis of several.
 * Source: torch.nn.Flatten. Example: {@code flatten()}.
 */
public record Flatten(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Flatten", "flatten", "Makes one axis of several.", Flatten::new)
        .option("startDim", 1, "first axis of those")
        .option("endDim", -1, "last axis of those");

    @Override public Rule rule() {
        return Rearranging.flatten(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Rearranging.flatten(args, in);
    }
}
