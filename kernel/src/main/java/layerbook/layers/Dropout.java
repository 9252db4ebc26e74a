package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Makes numbers zero by lot in training; does nothing afterwards.
 * Takes and gives ∗. Counted as after training: no work. Source: torch.nn.Dropout. Example: {@code dropout(0.5)}.
 */
public record Dropout(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Dropping.signature("Dropout", "dropout", "Makes numbers zero by lot in training; does nothing afterwards.", Dropout::new);

    @Override public Rule rule() {
        return Dropping.each(args);
    }
}
