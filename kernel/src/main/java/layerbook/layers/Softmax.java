package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes of the numbers along an axis parts of 1: larger ones get more.
 * Takes and gives ∗. Source: torch.nn.Softmax. Example: {@code softmax(1)}.
 */
public record Softmax(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Softmaxes.signature("Softmax", "softmax", "Makes of the numbers along an axis parts of 1: larger ones get more.", Softmax::new);

    @Override public Rule rule() {
        return Softmaxes.rule(args, null, Kind.EXPONENTIAL, Kind.ADD, Kind.DIVIDE);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Softmaxes.rule(args, in, Kind.EXPONENTIAL, Kind.ADD, Kind.DIVIDE);
    }
}
