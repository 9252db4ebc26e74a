package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * One step of an LSTM.
 * Takes N×I (or I) and the states if wanted; gives the new state. Source: torch.nn.LSTMCell. Example: {@code lstmCell(10, 20)}.
 */
public record LSTMCell(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Recurrent.cellSignature("LSTMCell", "lstmCell", "One step of an LSTM.", LSTMCell::new);

    @Override public Rule rule() {
        return Recurrent.cell(args, 4, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Recurrent.cell(args, 4, in);
    }
}
