package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Moves each number towards 0 by lambd, small ones to 0.
 * Takes and gives ∗. Source: torch.nn.Softshrink. Example: {@code softshrink()}.
 */
public record Softshrink(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Softshrink", "softshrink", "Moves each number towards 0 by lambd, small ones to 0.", Softshrink::new)
        .option("lambd", 0.5, "how far");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.COMPARE, Kind.COMPARE, Kind.ADD);
    }
}
