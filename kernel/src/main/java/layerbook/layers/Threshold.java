package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Replaces what is not above a threshold by a value.
 * Takes and gives ∗. Source: torch.nn.Threshold. Example: {@code threshold(0.1, 20)}. With one number it is the option of softplus.
 */
public record Threshold(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Threshold", "threshold", "Replaces what is not above a threshold by a value.", Threshold::new)
        .required("threshold", Type.REAL, "what must be exceeded")
        .option("value", Type.REAL, null, "what stands instead")
        .option("inplace", false, "whether the input is overwritten; says nothing of size or work");

    @Override public Rule rule() {
        return Elementwise.reals(args, Kind.COMPARE);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Gates.threshold(args);
    }
}
