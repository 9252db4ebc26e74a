package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes small numbers zero.
 * Takes and gives ∗. Source: torch.nn.Hardshrink. Example: {@code hardshrink()}.
 */
public record Hardshrink(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Hardshrink", "hardshrink", "Makes small numbers zero.", Hardshrink::new)
        .option("lambd", 0.5, "how small");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.COMPARE, Kind.COMPARE);
    }
}
