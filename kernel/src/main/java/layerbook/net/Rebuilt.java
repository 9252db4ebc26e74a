package layerbook.net;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/**
 * A network with other inputs or layers, worked out again behind them in a graph of its own; the graph it was made from stays as it is. Units, names, ties,
 * frozen weights, models around the calls and what was returned are the same; only sizes differ.
 *
 * @param graph the graph, which ends before the call that does not fit
 * @param stopped the first call that does not fit any more, or null
 * @param why what it says, or null
 */
public record Rebuilt(Graph graph, Call stopped, Refusal why) {
    /**
     * Works a network out again.
     *
     * @param inputs the type of each input
     * @param layers the layer of each call: for a unit the layer as it was written, with what its first use infers left out
     */
    public static Rebuilt of(Graph old, int network, Function<Call, TensorType> inputs, Function<Call, Layer> layers) {
        return new Work(old, network, inputs, layers).done();
    }

    /** One rebuilding, under way. */
    private static final class Work {
        private final Graph old;
        private final Function<Call, TensorType> inputs;
        private final Function<Call, Layer> layers;
        private final int network;
        private final Map<Call, Call> changed = new HashMap<>();
        private final Set<Unit> units = new HashSet<>();
        private Graph graph;

        Work(Graph old, int network, Function<Call, TensorType> inputs, Function<Call, Layer> layers) {
            this.old = old;
            this.network = old.networkOf(old.call(network));
            this.inputs = inputs;
            this.layers = layers;
            this.graph = Graph.empty().with(old.facts());
        }

        Rebuilt done() {
            for (Call call : old.calls()) {
                try {
                    Call now = old.networkOf(call) == network ? again(call) : call;
                    graph = graph.adding(now);
                    checkTies(call);
                } catch (Refusal refusal) {
                    return new Rebuilt(graph, call, refusal);
                }
            }
            return new Rebuilt(freezing().ending(old, this::now), null, null);
        }

        private Call again(Call call) {
            List<Tensor> given = call.inputs().stream().map(this::now).toList();
            Applied applied = applied(call, given);
            if (applied == call.applied() && given.equals(call.inputs())) {
                return call;
            }
            var now = new Call(call.index(), call.name(), call.what(), call.unit(), applied, given, call.network(), call.previous(), call.scope());
            changed.put(call, now);
            if (call.unit() != null) {
                units.add(call.unit());
            }
            return now;
        }

        private Tensor now(Tensor old) {
            Call call = old.call() == null ? null : changed.get(old.call());
            return call == null ? old : Tensor.of(old.book(), call, old.outputIndex());
        }

        private Applied applied(Call call, List<Tensor> given) {
            Layer layer = layer(call);
            List<TensorType> types = given.stream().map(Tensor::type).toList();
            boolean same = layer.equals(before(call)) && types.equals(call.applied().inputs().types());
            return same ? call.applied() : Applied.of(layer, new Inputs(types));
        }

        /** The layer that the call applies now. */
        private Layer layer(Call call) {
            if (call.what() == Call.What.INPUT) {
                TensorType type = inputs.apply(call);
                return type.equals(call.outputs().get(0)) ? call.layer() : new Given(type);
            } else if (call.layer() instanceof Weights weights) {
                Layer written = layers.apply(call);
                return written.equals(call.unit().layer()) ? weights : FirstUse.row(graph, call.unit(), written);
            } else if (call.what() == Call.What.PARAMETER) {
                return call.layer();
            }
            return call.unit() == null || graph.firstUse(call.unit()) < 0 ? layers.apply(call) : FirstUse.layer(graph, call.unit());
        }

        /** The layer that the call applied: a unit's first use completes what is left out in the unit's own. */
        private Layer before(Call call) {
            boolean completed = call.unit() != null && call.what() != Call.What.PARAMETER && old.firstUse(call.unit()) == call.index();
            return completed ? call.unit().layer() : call.layer();
        }

        // ---- what is known of the weights

        /** Weights that are one keep one size. */
        private void checkTies(Call call) {
            if (call.unit() == null || units.isEmpty()) {
                return;
            }
            for (Param p : graph.last().applied().weights()) {
                graph.facts().tied(call.unit().ref(p.name())).stream().filter(other -> graph.firstUse(other.unit()) >= 0).forEach(other -> check(p, other));
            }
        }

        private void check(Param p, WeightRef tied) {
            FirstUse.weights(graph, tied.unit()).stream().filter(q -> q.name().equals(tied.tensor()) && !q.dims().equals(p.dims())).forEach(q -> {
                throw Refusal.shape("weights that are tied must have the same sizes").why(p.name() + " would be " + sizes(p) + ", what it is tied to " + sizes(q));
            });
        }

        private static String sizes(Param p) {
            return p.dims().stream().map(d -> d.text()).collect(Collectors.joining("×"));
        }

        /** Where all weights of a unit are frozen, one that it has now and had not before is frozen as well. */
        private Graph freezing() {
            var frozen = new HashSet<WeightRef>();
            for (Unit unit : units) {
                List<WeightRef> before = refs(old, unit);
                if (!before.isEmpty() && before.stream().allMatch(old.facts()::isFrozen)) {
                    frozen.addAll(refs(graph, unit));
                }
            }
            return frozen.isEmpty() ? graph : graph.freezing(frozen, true);
        }

        private static List<WeightRef> refs(Graph graph, Unit unit) {
            return FirstUse.weights(graph, unit).stream().map(p -> unit.ref(p.name())).toList();
        }
    }
}
