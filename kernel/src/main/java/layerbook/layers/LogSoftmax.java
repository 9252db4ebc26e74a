package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * The logarithm of the softmax.
 * Takes and gives ∗. Source: torch.nn.LogSoftmax. Example: {@code logSoftmax(1)}.
 */
public record LogSoftmax(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Softmaxes.signature("LogSoftmax", "logSoftmax", "The logarithm of the softmax.", LogSoftmax::new);

    @Override public Rule rule() {
        return Softmaxes.rule(args, null, Kind.EXPONENTIAL, Kind.ADD, Kind.ADD);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Softmaxes.rule(args, in, Kind.EXPONENTIAL, Kind.ADD, Kind.ADD);
    }
}
