package layerbook.load.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** One run of a graph on shapes: the values so far, and how they become tensors of the network. */
final class GraphRun {
    private final OnnxGraph graph;
    private final NetworkBuilder builder;
    private final WeightUnits units;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<OnnxTensor, Tensor> parameters = new IdentityHashMap<>();
    private final Map<String, List<OnnxNode>> users = new HashMap<>();
    private final Set<OnnxNode> done = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> outputs = new HashSet<>();

    GraphRun(OnnxGraph graph, NetworkBuilder builder) {
        this.graph = graph;
        this.builder = builder;
        this.units = new WeightUnits(builder);
        graph.initializers().forEach((name, stored) -> values.put(name, Value.of(stored)));
        graph.nodes().forEach(n -> n.inputs().forEach(i -> users.computeIfAbsent(i, k -> new ArrayList<>()).add(n)));
        graph.outputs().forEach(o -> outputs.add(o.name()));
    }

    /** The tensors that the graph gives for these inputs. */
    List<Tensor> run(Map<String, Tensor> inputs) {
        inputs.forEach((name, tensor) -> values.put(name, Value.of(tensor)));
        for (OnnxNode node : graph.nodes()) {
            if (!done.contains(node)) {
                run(node);
            }
        }
        return graph.outputs().stream().map(o -> tensor(required(o.name()))).toList();
    }

    private void run(OnnxNode node) {
        List<Value> given = folded(node);
        if (given == null) {
            given = NodeRules.apply(node, this);
        }
        for (int i = 0; i < node.outputs().size() && i < given.size(); i++) {
            if (given.get(i) != null) {
                values.put(node.outputs().get(i), given.get(i));
            }
        }
    }

    /** What the node gives if all that goes in is known, as it is where sizes are computed; null else. */
    private List<Value> folded(OnnxNode node) {
        if (!node.domain().isEmpty() || node.inputs().isEmpty()) {
            return null;
        }
        var known = new ArrayList<Known>();
        for (String name : node.inputs()) {
            Value v = name.isEmpty() ? null : required(name);
            if (v != null && (v.known() == null || isLearned(v))) {
                return null;
            }
            known.add(v == null ? null : v.known());
        }
        List<Known> out = known.get(0) == null ? null : SizeMath.of(node, known, graph.opset());
        return out == null ? null : out.stream().map(Value::of).toList();
    }

    // ---- what rules ask for

    long opset() {
        return graph.opset();
    }

    WeightUnits units() {
        return units;
    }

    NetworkBuilder builder() {
        return builder;
    }

    /** The value of an input; null if the node does not have it. */
    Value value(OnnxNode node, int input) {
        return node.input(input).isEmpty() ? null : required(node.input(input));
    }

    /** The input as a tensor of the network. */
    Tensor tensor(OnnxNode node, int input) {
        Value v = value(node, input);
        if (v == null) {
            throw refused(node, "lacks its input " + input);
        }
        return tensor(v);
    }

    /** The known values of an input, or null. */
    Known known(OnnxNode node, int input) {
        Value v = value(node, input);
        return v == null ? null : v.known();
    }

    private Value required(String name) {
        Value v = values.get(name);
        if (v == null) {
            throw Refusal.of("runtime", "the graph uses the value " + name + " before a node gives it").fix("load(FILE).tensors()");
        }
        return v;
    }

    Shape shape(Value v) {
        if (v.tensor() != null) {
            return v.tensor().shape();
        }
        List<Long> dims = v.stored() != null ? v.stored().dims() : v.known().dims();
        Shape shape = new Shape(dims.stream().map(d -> (Expr) Expr.of(d)).toList());
        return v.transposed() ? Shape.of(shape.dim(1), shape.dim(0)) : shape;
    }

    DType dtype(Value v) {
        if (v.tensor() != null) {
            return v.tensor().type().dtype();
        }
        DType dtype = OnnxType.dtype(v.stored() != null ? v.stored().type() : v.known().type());
        return dtype == null ? DType.FLOAT32 : dtype;
    }

    /** As a tensor of the network: a stored one of numbers with a fraction is a parameter, other stored ones are buffers, known ones constants. */
    Tensor tensor(Value v) {
        if (v.tensor() != null) {
            return v.tensor();
        } else if (v.stored() == null) {
            return builder.bare("constant", new TensorType(shape(v), dtype(v)));
        }
        Tensor stored = parameters.computeIfAbsent(v.stored(), this::stored);
        return v.transposed() ? Ops.of("transpose", stored, 0, 1) : stored;
    }

    private Tensor stored(OnnxTensor t) {
        var type = new TensorType(Shape.of(t.dims().stream().mapToLong(Long::longValue).toArray()), OnnxType.dtype(t.type()));
        boolean inGraph = graph.initializers().get(t.name()) == t;
        boolean learned = isLearned(Value.of(t));
        if (learned && units.owners().containsKey(t) && t.dims().size() == builder.weight(units.owners().get(t)).rank()) {
            return builder.weight(units.owners().get(t));
        }
        Tensor made = learned ? builder.parameter(type.shape().dims()) : builder.bare(inGraph ? "buffer" : "constant", type);
        if (inGraph && !t.name().isEmpty() && made.bareUnit() != null) {
            made.bareUnit().nameIfNameless(t.name().replaceAll("\\p{Cntrl}", "").replaceFirst("^onnx::", ""));
        }
        return made;
    }

    /** Whether it is stored among the graph's tensors, not as the value of a Constant node. */
    boolean isInitializer(Value v) {
        return v.stored() != null && graph.initializers().get(v.stored().name()) == v.stored();
    }

    /**
     * Whether it counts as a parameter: stored among the graph's tensors, with a fraction, and several numbers; a single one only under a name that
     * a module gave it, since exporters and optimisers store constants too.
     */
    boolean isLearned(Value v) {
        return v.isWeight() && isInitializer(v) && (!v.stored().numel().equals(java.math.BigInteger.ONE) || v.stored().name().matches("[A-Za-z_]\\w*(\\.\\w+)+"));
    }

    /** A layer without weights as a function. */
    static Tensor function(Layer layer, Tensor x, Tensor... more) {
        return x.apply(layer, more);
    }

    /** The only node that takes this value, if it is this operator and nothing else looks at the value; null else. */
    OnnxNode onlyUser(String value, String op) {
        List<OnnxNode> all = users.getOrDefault(value, List.of());
        return all.size() == 1 && all.get(0).op().equals(op) && !outputs.contains(value) ? all.get(0) : null;
    }

    /** The node was run together with another; this is what it gives. */
    void gives(OnnxNode node, Value value) {
        done.add(node);
        values.put(node.outputs().get(0), value);
    }

    /** A value that may be known before its node runs: a stored tensor. Null else. */
    Value early(String name) {
        return values.get(name);
    }

    /** A refusal that names the node. */
    static Refusal refused(OnnxNode node, String what) {
        return Refusal.of("runtime", node.told() + " " + what).fix("load(FILE).tensors()  // the stored tensors are known all the same");
    }
}
