package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Brings each channel of each example to mean 0 and variance 1.
 * Takes and gives N×C×D×H×W (or without N). Source: torch.nn.InstanceNorm3d. Example: {@code instanceNorm3d(16, affine(true))}.
 */
public record InstanceNorm3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Normalising.signature("InstanceNorm3d", "instanceNorm3d",
        "Brings each channel of each example to mean 0 and variance 1.", 0.1, false, false, InstanceNorm3d::new);

    @Override public Rule rule() {
        return Normalising.instance(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Normalising.instance(args, 3, in);
    }
}
