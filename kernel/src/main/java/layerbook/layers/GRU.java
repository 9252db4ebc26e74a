package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Reads a sequence step by step; gates decide what of the state is kept.
 * Takes T×N×I (batchFirst: N×T×I; without a batch T×I) and initial states if wanted; gives the outputs and the last states. Source: torch.nn.GRU. Example: {@code gru(10, 20, numLayers(2))}.
 */
public record GRU(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Recurrent.signature("GRU", "gru", "Reads a sequence step by step; gates decide what of the state is kept.", GRU::new);

    @Override public Rule rule() {
        return Recurrent.rule(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Recurrent.rule(args, 3, in);
    }
}
