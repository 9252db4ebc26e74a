package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * One step of a GRU.
 * Takes N×I (or I) and the states if wanted; gives the new state. Source: torch.nn.GRUCell. Example: {@code gruCell(10, 20)}.
 */
public record GRUCell(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Recurrent.cellSignature("GRUCell", "gruCell", "One step of a GRU.", GRUCell::new);

    @Override public Rule rule() {
        return Recurrent.cell(args, 3, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Recurrent.cell(args, 3, in);
    }
}
