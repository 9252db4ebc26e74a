package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Several encoder blocks one after the other.
 * Takes T×N×E, gives T×N×E. Source: torch.nn.TransformerEncoder. Example: {@code transformerEncoder(transformerEncoderLayer(512, 8), 6)}.
 */
public record TransformerEncoder(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("TransformerEncoder", "transformerEncoder", "Several encoder blocks one after the other.", TransformerEncoder::new)
        .required("encoderLayer", Type.OBJECT, "the block")
        .required("numLayers", Type.INT, "how many blocks, each with weights of its own")
        .option("norm", Type.OBJECT, null, "a norm after the last block")
        .option("enableNestedTensor", true, "says nothing of sizes")
        .option("maskCheck", true, "says nothing of sizes");

    @Override public Rule rule() {
        return Transforming.stack(args, "encoderLayer", Transforming.usual(Transforming.inner(args, "encoderLayer"), 1));
    }

    @Override public Rule ruleFor(Inputs in) {
        return Transforming.stack(args, "encoderLayer", in);
    }
}
