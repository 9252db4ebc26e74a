package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Batch normalisation whose mean and variance are taken over all devices.
 * Takes and gives N×C×∗. Source: torch.nn.SyncBatchNorm. Example: {@code syncBatchNorm(16)}.
 */
public record SyncBatchNorm(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Normalising.signature("SyncBatchNorm", "syncBatchNorm",
        "Batch normalisation whose mean and variance are taken over all devices.", 0.1, true, true, SyncBatchNorm::new);

    @Override public Rule rule() {
        return Normalising.batch(args, 0, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Normalising.batch(args, 0, in);
    }
}
