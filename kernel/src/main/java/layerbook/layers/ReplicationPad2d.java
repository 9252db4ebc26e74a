package layerbook.layers;

import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.layer.Signature;

/**
 * Puts copies of the border around.
 * Takes N×C×H×W (or without N). Padding is one number, or before and after for each axis, the last axis first. Source: torch.nn.ReplicationPad2d. Example: {@code replicationPad2d(2)}.
 */
public record ReplicationPad2d(Arguments args) implements BuiltIn {
    public static final Signature SIGNATURE = Padding.signature("ReplicationPad2d", "replicationPad2d", "Puts copies of the border around.", Padding.Fill.REPLICATION, ReplicationPad2d::new);

    @Override public Rule rule() {
        return Padding.rule(args, 2, Padding.Fill.REPLICATION, null);
    }

    @Override public Rule ruleFor(Inputs in) {
        return Padding.rule(args, 2, Padding.Fill.REPLICATION, in);
    }
}
