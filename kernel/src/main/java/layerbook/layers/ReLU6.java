package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Keeps what lies between 0 and 6, cuts the rest off.
 * Takes and gives ∗. Source: torch.nn.ReLU6. Example: {@code relu6()}.
 */
public record ReLU6(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("ReLU6", "relu6", "Keeps what lies between 0 and 6, cuts the rest off.", ReLU6::new)
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.reals(args, Kind.COMPARE, Kind.COMPARE);
    }
}
