package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps what lies between two bounds, cuts the rest off.
 * Takes and gives ∗. Source: torch.nn.Hardtanh. Example: {@code hardtanh()}.
 */
public record Hardtanh(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Hardtanh", "hardtanh", "Keeps what lies between two bounds, cuts the rest off.", Hardtanh::new)
        .option("minVal", -1.0, "lower bound")
        .option("maxVal", 1.0, "upper bound")
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.reals(args, Kind.COMPARE, Kind.COMPARE);
    }
}
