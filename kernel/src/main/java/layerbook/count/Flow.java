package layerbook.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.layer.Applied;
import layerbook.layer.Param;
import layerbook.layer.Part;
import layerbook.layer.Shares;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Tensor;
import layerbook.net.WeightRef;
import layerbook.operations.Operation;
import layerbook.shape.TensorType;

/**
 * A network as a machine runs it: one step after the other, composite layers taken apart, with the memory that each step reads and writes and whether a gradient
 * must come back through it. Views (view, transpose, select ...) and layers in place share the memory of their input.
 */
public final class Flow {
    /** A piece of memory: what it holds, and which step wrote it (-1: it came from outside). */
    public static final class Storage {
        private final TensorType type;
        private final boolean weight;

        private Storage(TensorType type, boolean weight) {
            this.type = type;
            this.weight = weight;
        }

        public TensorType type() {
            return type;
        }

        /** Whether it is a weight, which is there anyway. */
        public boolean isWeight() {
            return weight;
        }
    }

    /** A tensor: where its numbers lie, and whether a gradient must come back to it. */
    public record Value(Storage storage, boolean grad) {}

    /**
     * One step. A tensor that is made from nothing, such as {@code ones(3)}, is one without inputs.
     *
     * @param call the row that it belongs to
     * @param applied the layer or function, never one with parts
     * @param trained the names of its weights that are trained
     * @param inputs what it reads
     * @param outputs what it writes
     */
    public record Step(Call call, Applied applied, Set<String> trained, List<Value> inputs, List<Value> outputs) {
        public String rule() {
            return applied.rule().name();
        }

        /** Whether a gradient must come back to what it gives. */
        public boolean grad() {
            return outputs.stream().anyMatch(Value::grad);
        }

        public boolean grad(int input) {
            return input < inputs.size() && inputs.get(input).grad();
        }
    }

    private final Graph graph;
    private final int number;
    private final boolean training;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Call, List<Value>> given = new IdentityHashMap<>();

    private Flow(Graph graph, int number, boolean training) {
        this.graph = graph;
        this.number = number;
        this.training = training;
    }

    /** The flow of a network, as it is trained or as it is used. */
    public static Flow of(NetworkView network, boolean training) {
        var flow = new Flow(network.graph(), network.number(), training);
        network.calls().forEach(flow::call);
        return flow;
    }

    public List<Step> steps() {
        return steps;
    }

    /** Where the tensors lie that the network gives: what its model returned, else what its last call gives. */
    public List<Storage> returned() {
        var out = new ArrayList<Storage>();
        for (Tensor t : graph.outputs(null, number)) {
            List<Value> values = t == null || t.call() == null ? null : given.get(t.call());
            if (values != null) {
                out.add(values.get(t.outputIndex()).storage());
            }
        }
        return out;
    }

    private void call(Call c) {
        if (c.inputs().isEmpty()) {
            boolean held = c.what() == Call.What.PARAMETER && (!c.applied().weights().isEmpty() || !c.applied().buffers().isEmpty());
            var values = new ArrayList<Value>();
            for (int i = 0; i < c.outputs().size(); i++) {
                WeightRef learned = held ? Tensor.of(null, c, i).ref() : null;
                boolean grad = training && learned != null && !Owned.isFrozen(graph, learned);
                values.add(new Value(new Storage(c.outputs().get(i), held), grad));
            }
            given.put(c, values);
            if (c.what() != Call.What.INPUT && !held) {
                steps.add(new Step(c, c.applied(), Set.of(), List.of(), values));
            }
            return;
        }
        List<Value> inputs = new ArrayList<>();
        for (Tensor t : c.inputs()) {
            inputs.add(given.get(t.call()).get(t.outputIndex()));
        }
        given.put(c, run(c, c.applied(), "", inputs));
    }

    private List<Value> run(Call c, Applied a, String prefix, List<Value> inputs) {
        if (!a.parts().isEmpty()) {
            return parts(c, a, prefix, inputs);
        }
        Set<String> trained = new java.util.LinkedHashSet<>();
        for (Param p : a.weights()) {
            if (training && c.unit() != null && !Owned.isFrozen(graph, c.unit().ref(prefix + p.name()))) {
                trained.add(p.name());
            }
        }
        boolean grad = training && a.rule().passesGradient() && (!trained.isEmpty() || inputs.stream().anyMatch(Value::grad));
        List<Value> outputs = new ArrayList<>();
        for (TensorType t : a.outputs()) {
            int shared = shares(a);
            outputs.add(new Value(shared >= 0 ? inputs.get(shared).storage() : new Storage(t, false), grad && t.dtype().isFloating()));
        }
        steps.add(new Step(c, a, trained, List.copyOf(inputs), outputs));
        return outputs;
    }

    /** The parts of a composite hand the same tensors on as its rule does. */
    private List<Value> parts(Call c, Applied a, String prefix, List<Value> inputs) {
        var known = new IdentityHashMap<TensorType, Value>();
        var byShape = new HashMap<TensorType, Value>();
        for (int i = 0; i < inputs.size(); i++) {
            known.put(a.inputs().type(i), inputs.get(i));
            byShape.put(new TensorType(a.inputs().shape(i), a.inputs().type(i).dtype()), inputs.get(i));
        }
        List<Value> last = inputs;
        for (Part p : a.parts()) {
            var in = new ArrayList<Value>();
            for (TensorType t : p.applied().inputs().types()) {
                Value from = known.get(t);
                in.add(from != null ? from : byShape.getOrDefault(new TensorType(t.shape(), t.dtype()), last.get(0)));
            }
            last = run(c, p.applied(), prefix + p.name() + ".", in);
            for (int i = 0; i < last.size(); i++) {
                known.put(p.applied().outputs().get(i), last.get(i));
            }
        }
        return last;
    }

    /** The input in whose memory the outputs lie, or -1. */
    private int shares(Applied a) {
        Shares shares = a.rule().shares();
        boolean holds = shares != null && switch (shares.when()) {
            case ALWAYS -> true;
            case IF_CONTIGUOUS -> a.inputs().type(shares.input()).isContiguous();
            case IN_USE -> !training;
        };
        return holds ? shares.input() : -1;
    }
}
