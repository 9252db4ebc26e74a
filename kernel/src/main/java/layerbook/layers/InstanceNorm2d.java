package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Brings each channel of each example to mean 0 and variance 1.
 * Takes and gives N×C×H×W (or without N). Source: torch.nn.InstanceNorm2d. Example: {@code instanceNorm2d(16, affine(true))}.
 */
public record InstanceNorm2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Normalising.signature("InstanceNorm2d", "instanceNorm2d",
        "Brings each channel of each example to mean 0 and variance 1.", 0.1, false, false, InstanceNorm2d::new);

    @Override public Rule rule() {
        return Normalising.instance(args, 2, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Normalising.instance(args, 2, in);
    }
}
