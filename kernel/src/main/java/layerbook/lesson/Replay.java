package layerbook.lesson;

import java.util.function.Function;
import layerbook.count.NetworkView;
import layerbook.layer.Layer;
import layerbook.net.Call;
import layerbook.net.Rebuilt;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/**
 * A network worked out again with something changed: the network that the user has stays as it is.
 *
 * @param network what came of it, up to the call that did not fit; null if nothing did
 * @param stopped the old call that did not fit any more, or null
 * @param why what it said, or null
 */
record Replay(NetworkView network, Call stopped, Refusal why) {
    /** The functions say what to put in the place of an input's type and of a layer. */
    static Replay of(NetworkView old, Function<Call, TensorType> inputs, Function<Call, Layer> layers) {
        Rebuilt now = Rebuilt.of(old.graph(), old.number(), inputs, layers);
        boolean any = now.graph().size() > old.number();
        return new Replay(any ? new NetworkView(now.graph(), old.number()) : null, now.stopped(), now.why());
    }

    /** The call that stands for this one now, or null if the network did not come so far. */
    Call now(Call old) {
        return network == null || old.index() >= network.graph().size() ? null : network.graph().call(old.index());
    }
}
