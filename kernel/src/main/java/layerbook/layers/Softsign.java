package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Divides each number by 1 plus its size.
 * Takes and gives ∗. Source: torch.nn.Softsign. Example: {@code softsign()}.
 */
public record Softsign(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Softsign", "softsign", "Divides each number by 1 plus its size.", Softsign::new);

    @Override public Rule rule() {
        return Elementwise.realFractions(args, Kind.ABSOLUTE, Kind.ADD, Kind.DIVIDE).keeps(k -> k.input(0).numbers(Letters.ANY));
    }
}
