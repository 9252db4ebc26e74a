package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Divides each number by the strength of its neighbours in other channels.
 * Takes and gives N×C×∗. Source: torch.nn.LocalResponseNorm. Example: {@code localResponseNorm(5)}.
 */
public record LocalResponseNorm(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("LocalResponseNorm", "localResponseNorm",
            "Divides each number by the strength of its neighbours in other channels.", LocalResponseNorm::new)
        .required("size", Type.INT, "neighbours looked at")
        .option("alpha", 1e-4, "factor")
        .option("beta", 0.75, "power")
        .option("k", 1.0, "added");

    @Override public Rule rule() {
        return Normalising.local(args);
    }
}
