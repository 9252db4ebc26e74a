package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * A sigmoid of straight lines.
 * Takes and gives ∗. Source: torch.nn.Hardsigmoid. Example: {@code hardsigmoid()}.
 */
public record Hardsigmoid(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Hardsigmoid", "hardsigmoid", "A sigmoid of straight lines.", Hardsigmoid::new)
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.ADD, Kind.COMPARE, Kind.COMPARE, Kind.DIVIDE);
    }
}
