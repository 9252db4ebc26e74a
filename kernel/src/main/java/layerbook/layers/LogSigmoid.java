package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * The logarithm of the sigmoid.
 * Takes and gives ∗. Source: torch.nn.LogSigmoid. Example: {@code logSigmoid()}.
 */
public record LogSigmoid(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("LogSigmoid", "logSigmoid", "The logarithm of the sigmoid.", LogSigmoid::new);

    @Override public Rule rule() {
        return Elementwise.rule(args, Kind.NEGATE, Kind.EXPONENTIAL, Kind.ADD, Kind.LOGARITHM, Kind.NEGATE).keeps(k -> k.input(0).numbers(Letters.ANY));
    }
}
