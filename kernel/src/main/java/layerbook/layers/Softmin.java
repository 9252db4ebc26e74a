package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes of the numbers along an axis parts of 1: smaller ones get more.
 * Takes and gives ∗. Source: torch.nn.Softmin. Example: {@code softmin(1)}.
 */
public record Softmin(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Softmaxes.signature("Softmin", "softmin", "Makes of the numbers along an axis parts of 1: smaller ones get more.", Softmin::new);

    @Override public Rule rule() {
        return Softmaxes.rule(args, null, Kind.NEGATE, Kind.EXPONENTIAL, Kind.ADD, Kind.DIVIDE);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Softmaxes.rule(args, in, Kind.NEGATE, Kind.EXPONENTIAL, Kind.ADD, Kind.DIVIDE);
    }
}
