package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * One decoder block of a transformer: attention, then two linear layers, each with a residual and a norm.
 * Takes target T×N×E and memory S×N×E, gives T×N×E. Source: Vaswani and others 2017, torch.nn.TransformerDecoderLayer. Example: {@code transformerDecoderLayer(512, 8)}.
 */
public record TransformerDecoderLayer(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("TransformerDecoderLayer", "transformerDecoderLayer",
            "One decoder block of a transformer: attention, then two linear layers, each with a residual and a norm.", TransformerDecoderLayer::new)
        .required("dModel", Type.INT, "embedding size")
        .required("nhead", Type.INT, "heads")
        .option("dimFeedforward", 2048, "size of the layer between")
        .option("dropout", 0.1, "how likely a number is dropped in training")
        .option("activation", Type.OBJECT, "relu", "relu or gelu")
        .option("layerNormEps", 1e-5, "added to the variance")
        .option("batchFirst", false, "whether the batch is the first axis")
        .option("normFirst", false, "whether is normalised before, not after")
        .option("bias", true, "whether maps and norms have a bias");

    @Override public Rule rule() {
        return Transforming.decoderLayer(args, Transforming.usual(args, 2));
    }

    @Override public Rule ruleFor(Inputs in) {
        return Transforming.decoderLayer(args, in);
    }
}
