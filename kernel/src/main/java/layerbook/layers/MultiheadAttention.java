package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Lets every position look at every other: each head compares queries with keys and mixes the values.
 * Takes query T×N×E, key S×N×K and value S×N×V (batchFirst: N first), gives T×N×E and the weights N×T×S. Source: Vaswani and others 2017, torch.nn.MultiheadAttention. Example: {@code q.then(multiheadAttention(512, 8), k, v)}.
 */
public record MultiheadAttention(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("MultiheadAttention", "multiheadAttention",
            "Lets every position look at every other: each head compares queries with keys and mixes the values.", MultiheadAttention::new)
        .required("embedDim", Type.INT, "embedding size")
        .required("numHeads", Type.INT, "heads, which share the embedding")
        .option("dropout", 0.0, "how likely a weight is dropped in training")
        .option("bias", true, "whether the maps have a bias")
        .option("addBiasKv", false, "whether a learned key and value are added")
        .option("addZeroAttn", false, "whether a zero key and value are added")
        .option("kdim", Type.INT, null, "size of keys, embedDim if not given")
        .option("vdim", Type.INT, null, "size of values, embedDim if not given")
        .option("batchFirst", false, "whether the batch is the first axis");

    @Override public Rule rule() {
        return Attention.rule(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Attention.rule(args, in);
    }
}
