package layerbook.net;

import java.util.List;
import java.util.Map;
import layerbook.shape.TensorType;

/**
 * One run through a model, a sequence or a named block: calls made inside know it. A second run through the same model is another scope with the same path.
 */
public final class Scope {
    private final Scope parent;
    private final String path;
    private final String className;
    private final Object model;
    private final List<TensorType> inputs;
    private volatile List<TensorType> outputs;
    private Map<Object, Integer> visits;

    Scope(Scope parent, String path, String className, Object model, List<TensorType> inputs) {
        this.parent = parent;
        this.path = path;
        this.className = className;
        this.model = model;
        this.inputs = inputs;
    }

    public Scope parent() {
        return parent;
    }

    public String path() {
        return path;
    }

    public String className() {
        return className;
    }

    /** The model that runs, or null for a block. */
    public Object model() {
        return model;
    }

    /** What went into the model; empty for a block. */
    public List<TensorType> inputs() {
        return inputs;
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

    /**
     * How often PyTorch's walk over the tree of modules comes by this unit or model, from the outermost model that runs: once for each chain of parents
     * that leads to it. Counters that hook into modules count what is shared as often. At least 1.
     */
    public int visits(Object unitOrModel) {
        Scope outermost = outermost();
        return outermost == null ? 1 : Math.max(1, outermost.visited().getOrDefault(unitOrModel, 1));
    }

    private Scope outermost() {
        Scope above = parent == null ? null : parent.outermost();
        return above != null ? above : model != null ? this : null;
    }

    private synchronized Map<Object, Integer> visited() {
        if (visits == null) {
            visits = Tree.visits(model);
        }
        return visits;
    }
}
