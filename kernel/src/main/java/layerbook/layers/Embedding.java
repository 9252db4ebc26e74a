package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Looks rows of a table up by their numbers.
 * Takes ∗ whole numbers, gives ∗×E. Source: torch.nn.Embedding. Example: {@code embedding(50257, 768)}.
 */
public record Embedding(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Embedding", "embedding", "Looks rows of a table up by their numbers.", Embedding::new)
        .required("numEmbeddings", Type.INT, "rows of the table")
        .required("embeddingDim", Type.INT, "embedding size")
        .option("paddingIdx", Type.INT, null, "the row that is not learned")
        .option("maxNorm", Type.REAL, null, "rows longer than this are shortened")
        .option("normType", 2.0, "the norm for maxNorm")
        .option("scaleGradByFreq", false, "says nothing of sizes")
        .option("sparse", false, "says nothing of sizes");

    @Override public Rule rule() {
        return Embedded.rule(args);
    }
}
