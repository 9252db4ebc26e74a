package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes whole channels zero by lot in training; does nothing afterwards.
 * Takes and gives ∗. Counted as after training: no work. Source: torch.nn.Dropout2d. Example: {@code dropout2d(0.5)}.
 */
public record Dropout2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Dropping.signature("Dropout2d", "dropout2d", "Makes whole channels zero by lot in training; does nothing afterwards.", Dropout2d::new);

    @Override public Rule rule() {
        return Dropping.channels(args, null, -1);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Dropping.channels(args, in, -1);
    }
}
