package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * A whole transformer: encoder blocks read the source, decoder blocks write the target.
 * Takes source S×N×E and target T×N×E, gives T×N×E. Source: Vaswani and others 2017, torch.nn.Transformer. Example: {@code src.then(transformer(512, 8), tgt)}.
 */
public record Transformer(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("Transformer", "transformer", "A whole transformer: encoder blocks read the source, decoder blocks write the target.", Transformer::new)
        .option("dModel", 512, "embedding size")
        .option("nhead", 8, "heads")
        .option("numEncoderLayers", 6, "encoder blocks")
        .option("numDecoderLayers", 6, "decoder blocks")
        .option("dimFeedforward", 2048, "size of the layer between")
        .option("dropout", 0.1, "how likely a number is dropped in training")
        .option("activation", Type.OBJECT, "relu", "relu or gelu")
        .option("layerNormEps", 1e-5, "added to the variance")
        .option("batchFirst", false, "whether the batch is the first axis")
        .option("normFirst", false, "whether is normalised before, not after")
        .option("bias", true, "whether maps and norms have a bias");

    @Override public Rule rule() {
        return Transforming.whole(args, Transforming.usual(args, 2));
    }

    @Override public Rule ruleFor(Inputs in) {
        return Transforming.whole(args, in);
    }
}
