package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Multiplies each number by a sigmoid of straight lines.
 * Takes and gives ∗. Source: torch.nn.Hardswish. Example: {@code hardswish()}.
 */
public record Hardswish(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Hardswish", "hardswish", "Multiplies each number by a sigmoid of straight lines.", Hardswish::new)
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.ADD, Kind.COMPARE, Kind.COMPARE, Kind.MULTIPLY, Kind.DIVIDE);
    }
}
