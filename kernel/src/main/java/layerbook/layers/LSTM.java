package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Reads a sequence step by step; gates decide what a long memory keeps.
 * Takes T×N×I (batchFirst: N×T×I; without a batch T×I) and initial states if wanted; gives the outputs and the last states. Source: torch.nn.LSTM. Example: {@code lstm(10, 20, numLayers(2))}.
 */
public record LSTM(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Recurrent.signature("LSTM", "lstm", "Reads a sequence step by step; gates decide what a long memory keeps.", LSTM::new);

    @Override public Rule rule() {
        return Recurrent.rule(args, 4, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Recurrent.rule(args, 4, in);
    }
}
