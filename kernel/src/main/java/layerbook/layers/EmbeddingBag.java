package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Looks rows of a table up and sums (or averages) those of a bag.
 * Takes N×T whole numbers, or a flat list and where bags begin; gives N×E. Source: torch.nn.EmbeddingBag. Example: {@code embeddingBag(1000, 16, mode("sum"))}.
 */
public record EmbeddingBag(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("EmbeddingBag", "embeddingBag", "Looks rows of a table up and sums (or averages) those of a bag.", EmbeddingBag::new)
        .required("numEmbeddings", Type.INT, "rows of the table")
        .required("embeddingDim", Type.INT, "embedding size")
        .option("maxNorm", Type.REAL, null, "rows longer than this are shortened")
        .option("normType", 2.0, "the norm for maxNorm")
        .option("scaleGradByFreq", false, "says nothing of sizes")
        .option("mode", "mean", "sum, mean or max")
        .option("sparse", false, "says nothing of sizes")
        .option("includeLastOffset", false, "whether the offsets end with the length")
        .option("paddingIdx", Type.INT, null, "the row that is left out");

    @Override public Rule rule() {
        return Embedded.bag(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Embedded.bag(args, in);
    }
}
