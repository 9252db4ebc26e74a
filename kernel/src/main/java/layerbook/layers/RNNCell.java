package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * One step of an RNN.
 * Takes N×I (or I) and the states if wanted; gives the new state. Source: torch.nn.RNNCell. Example: {@code rnnCell(10, 20)}.
 */
public record RNNCell(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Recurrent.cellSignature("RNNCell", "rnnCell", "One step of an RNN.", RNNCell::new);

    @Override public Rule rule() {
        return Recurrent.cell(args, 1, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Recurrent.cell(args, 1, in);
    }
}
