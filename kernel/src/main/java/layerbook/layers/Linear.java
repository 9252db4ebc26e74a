package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Multiplies by a matrix and adds a bias: every output feature sees every input feature.
 * Takes ∗×Fᵢₙ, gives ∗×Fₒᵤₜ. Source: torch.nn.Linear. Example: {@code linear(2048, 64)} has 2048·64 + 64 = 131,136 weights.
 */
public record Linear(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Linear", "linear",
            "Multiplies by a matrix and adds a bias: every output feature sees every input feature.", Linear::new)
        .inferred("inFeatures", "input features")
        .required("outFeatures", Type.INT, "output features")
        .option("bias", true, "whether a bias is added")
        .brief(a -> (a.has("inFeatures") ? Arguments.briefValue(a.get("inFeatures")) : "") + "→" + Arguments.briefValue(a.get("outFeatures")) + (a.flag("bias") ? "" : " no bias"));

    @Override public Rule rule() {
        Windows.notNegative(args, "inFeatures", "outFeatures");
        return Rule.of(args).let(Letters.F_IN, "inFeatures").let(Letters.F_OUT, "outFeatures")
            .takes(Letters.ANY, Letters.F_IN).gives(Letters.ANY, Letters.F_OUT)
            .weight("weight", Letters.F_OUT, Letters.F_IN)
            .work(Kind.MULTIPLY_ADD, Letters.ANY, Letters.F_OUT, Letters.F_IN)
            .keeps(k -> k.input(0).asRows().ifTrained("weight"))
            .when(args.flag("bias"), r -> r.weight("bias", Letters.F_OUT).work(Kind.BIAS_ADD, Letters.ANY, Letters.F_OUT));
    }
}
