package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Brings each channel of each example to mean 0 and variance 1.
 * Takes and gives N×C×L (or without N). Source: torch.nn.InstanceNorm1d. Example: {@code instanceNorm1d(16, affine(true))}.
 */
public record InstanceNorm1d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Normalising.signature("InstanceNorm1d", "instanceNorm1d",
        "Brings each channel of each example to mean 0 and variance 1.", 0.1, false, false, InstanceNorm1d::new);

    @Override public Rule rule() {
        return Normalising.instance(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Normalising.instance(args, 1, in);
    }
}
