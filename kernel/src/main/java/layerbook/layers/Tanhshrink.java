package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Takes the tanh away from each number.
 * Takes and gives ∗. Source: torch.nn.Tanhshrink. Example: {@code tanhshrink()}.
 */
public record Tanhshrink(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Tanhshrink", "tanhshrink", "Takes the tanh away from each number.", Tanhshrink::new);

    @Override public Rule rule() {
        return Elementwise.realFractions(args, Kind.TANGENT_H, Kind.ADD).keeps(k -> k.numbers(Letters.ANY));
    }
}
