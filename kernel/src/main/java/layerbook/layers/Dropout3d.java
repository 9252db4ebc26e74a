package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes whole channels zero by lot in training; does nothing afterwards.
 * Takes and gives ∗. Counted as after training: no work. Source: torch.nn.Dropout3d. Example: {@code dropout3d(0.5)}.
 */
public record Dropout3d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Dropping.signature("Dropout3d", "dropout3d", "Makes whole channels zero by lot in training; does nothing afterwards.", Dropout3d::new);

    @Override public Rule rule() {
        return Dropping.channels(args, null, 4);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Dropping.channels(args, in, 4);
    }
}
