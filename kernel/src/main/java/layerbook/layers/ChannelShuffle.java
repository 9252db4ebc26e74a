package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter.Type;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Mixes the channels of several groups.
 * Source: torch.nn.ChannelShuffle. Example: {@code channelShuffle(3)}.
 */
public record ChannelShuffle(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Signature.of("ChannelShuffle", "channelShuffle", "Mixes the channels of several groups.", ChannelShuffle::new)
        .required("groups", Type.INT, "groups of channels");

    @Override public Rule rule() {
        return Rearranging.channels(args, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Rearranging.channels(args, in);
    }
}
