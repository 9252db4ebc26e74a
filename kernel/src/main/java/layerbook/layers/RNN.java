package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Reads a sequence step by step and carries one state along.
 * Takes T×N×I (batchFirst: N×T×I; without a batch T×I) and initial states if wanted; gives the outputs and the last states. Source: torch.nn.RNN. Example: {@code rnn(10, 20, numLayers(2))}.
 */
public record RNN(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Recurrent.signature("RNN", "rnn", "Reads a sequence step by step and carries one state along.", RNN::new);

    @Override public Rule rule() {
        return Recurrent.rule(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Recurrent.rule(args, 1, in);
    }
}
