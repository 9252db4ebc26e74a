package layerbook.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import layerbook.shape.TensorType;

/**
 * One run through a model, a sequence or a named block: calls made inside know it. A second run through the same model is another scope with the same path.
 * All calls inside the outermost model belong to one network, together with what went into the model, whether or not their tensors meet.
 */
public final class Scope {
    private final Scope parent;
    private final String path;
    private final Model model;
    private final List<Tensor> inputs;
    private final boolean aside;
    private volatile List<TensorType> outputs;
    private Map<Object, Integer> visits;
    /** The first call inside, and the network it belonged to then; of the outermost model alone. */
    private int first = -1;
    private int network = -1;
    /** The networks that the model returned tensors of: its first call joins them. */
    private List<Integer> elsewhere = List.of();

    private Scope(Scope parent, String path, Model model, List<Tensor> inputs, boolean aside) {
        this.parent = parent;
        this.path = path;
        this.model = model;
        this.inputs = inputs;
        this.aside = aside;
    }

    static Scope block(Scope parent, String path) {
        return new Scope(parent, path, null, List.of(), false);
    }

    static Scope run(Scope parent, String path, Model model, List<Tensor> inputs) {
        return new Scope(parent, path, model, inputs, false);
    }

    /** Of what is made while a model is constructed. */
    static Scope aside() {
        return new Scope(null, "", null, List.of(), true);
    }

    /** Whether its calls stand in no network, those of a model that is constructed. */
    boolean isAside() {
        return aside || parent != null && parent.isAside();
    }

    public Scope parent() {
        return parent;
    }

    public String path() {
        return path;
    }

    /** The name of the model's class; null for a block. */
    public String className() {
        return model == null ? null : model.declaredClassName();
    }

    /** The model that runs, or null for a block. */
    public Object model() {
        return model;
    }

    /** What went into the model; empty for a block. */
    public List<TensorType> inputs() {
        return inputs.stream().map(Tensor::type).toList();
    }

    /** What the model gave in the end; null while it runs, if it failed, and for a block. */
    public List<TensorType> outputs() {
        return outputs;
    }

    void gave(List<TensorType> types) {
        outputs = types;
    }

    /** The innermost model around, or null outside of models. */
    public Object innermost() {
        return model != null || parent == null ? model : parent.innermost();
    }

    // ---- the network of a run

    /** The outermost model that runs; null if only blocks do. */
    Scope outermost() {
        Scope above = parent == null ? null : parent.outermost();
        return above != null ? above : model != null ? this : null;
    }

    /** The networks that a call inside belongs to, besides those of its own inputs. */
    List<Integer> networks(int call) {
        var out = new ArrayList<Integer>();
        if (call > first && first >= 0) {
            out.add(network);
        } else {
            elsewhere.stream().filter(n -> n < call).forEach(out::add);
            inputs.stream().filter(t -> t.call() != null && !t.isAside()).forEach(t -> out.add(t.call().network()));
        }
        return out;
    }

    /** A call was made inside. */
    void called(Call call) {
        if (first < 0 || call.index() <= first) {
            first = call.index();
            network = call.network();
        }
    }

    /** The model returned what other networks gave: its first call joins them. Says whether it made a call. */
    boolean returnedFrom(Collection<Integer> networks, Graph graph) {
        elsewhere = List.copyOf(networks);
        return first >= 0 && first < graph.size() && graph.call(first).scope() != null && graph.call(first).scope().outermost() == this;
    }

    // ---- the tree of modules

    /**
     * How often PyTorch's walk over the tree of modules comes by this unit or model, from the outermost model that runs: once for each chain of parents
     * that leads to it. Counters that hook into modules count what is shared as often. At least 1.
     */
    public int visits(Object unitOrModel) {
        Scope outermost = outermost();
        return outermost == null ? 1 : Math.max(1, outermost.visited().getOrDefault(unitOrModel, 1));
    }

    private synchronized Map<Object, Integer> visited() {
        if (visits == null) {
            visits = Tree.visits(model);
        }
        return visits;
    }
}
