package layerbook.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.count.NetworkView;
import layerbook.layer.BuiltIn;
import layerbook.layer.Layer;
import layerbook.net.Call;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/**
 * A network built again in a book of its own, with something changed: the network that the user has stays as it is.
 *
 * @param network what was built, up to the call that did not fit
 * @param tensors what each call of the old network gives now, by its row
 * @param stopped the old call that did not fit any more, or null
 * @param why what it said, or null
 */
record Replay(NetworkView network, Map<Integer, Tensor> tensors, Call stopped, Refusal why) {
    /** Builds the network again; the functions say what to put in the place of an input's type and of a layer. */
    static Replay of(NetworkView old, Function<Call, TensorType> inputs, Function<Call, Layer> layers) {
        var book = new NetworkBuilder();
        Map<Integer, Tensor> now = new HashMap<>();
        Map<Unit, Unit> units = new IdentityHashMap<>();
        Call stopped = null;
        Refusal why = null;
        for (Call call : old.calls()) {
            try {
                now.put(call.index(), again(book, call, now, units, inputs, layers));
            } catch (Refusal refusal) {
                stopped = call;
                why = refusal;
                break;
            }
        }
        return new Replay(NetworkView.last(book.graph()), now, stopped, why);
    }

    private static Tensor again(NetworkBuilder book, Call call, Map<Integer, Tensor> now, Map<Unit, Unit> units, Function<Call, TensorType> inputs, Function<Call, Layer> layers) {
        if (call.what() == Call.What.INPUT) {
            return book.tensor(inputs.apply(call));
        } else if (call.what() == Call.What.PARAMETER) {
            TensorType type = call.outputs().get(0);
            return call.applied().weights().isEmpty() ? book.tensor(type) : book.parameter(type.shape().dims());
        }
        var given = new ArrayList<Tensor>();
        for (Tensor t : call.inputs()) {
            given.add(given(book, t, now, units, layers));
        }
        Tensor first = given.get(0);
        List<Tensor> more = given.subList(1, given.size());
        if (call.unit() == null) {
            return first.apply(layers.apply(call), more.toArray(Tensor[]::new));
        }
        Unit unit = units.computeIfAbsent(call.unit(), u -> Unit.of(call.name(), layers.apply(call)));
        return first.then(unit, more.toArray());
    }

    /** What stands for a tensor now; a weight of a unit is the weight of the unit that stands for it. */
    private static Tensor given(NetworkBuilder book, Tensor old, Map<Integer, Tensor> now, Map<Unit, Unit> units, Function<Call, Layer> layers) {
        if (old.call().what() == Call.What.PARAMETER && old.call().unit() != null && old.call().unit().layer() instanceof BuiltIn) {
            Unit owner = units.computeIfAbsent(old.call().unit(), u -> Unit.of(old.call().name(), layers.apply(old.call())));
            return book.weight(owner.ref(old.call().applied().weights().get(old.outputIndex()).name()));
        }
        Tensor first = now.get(old.call().index());
        return first.call() == null ? first : Tensor.of(book, first.call(), old.outputIndex());
    }

    /** The call that stands for this one now, or null if the network did not come so far. */
    Call now(Call old) {
        Tensor first = tensors.get(old.index());
        return first == null ? null : first.call();
    }
}
