package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Several decoder blocks one after the other.
 * Takes target T×N×E and memory S×N×E, gives T×N×E. Source: torch.nn.TransformerDecoder. Example: {@code transformerDecoder(transformerDecoderLayer(512, 8), 6)}.
 */
public record TransformerDecoder(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("TransformerDecoder", "transformerDecoder", "Several decoder blocks one after the other.", TransformerDecoder::new)
        .required("decoderLayer", Type.OBJECT, "the block")
        .required("numLayers", Type.INT, "how many blocks, each with weights of its own")
        .option("norm", Type.OBJECT, null, "a norm after the last block");

    @Override public Rule rule() {
        return Transforming.stack(args, "decoderLayer", Transforming.usual(Transforming.inner(args, "decoderLayer"), 2));
    }

    @Override public Rule ruleFor(Inputs in) {
        return Transforming.stack(args, "decoderLayer", in);
    }
}
