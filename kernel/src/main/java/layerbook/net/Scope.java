package layerbook.net;

/**
 * One run through a model, a sequence or a named block: calls made inside know it. A second run through the same model is another scope with the same path.
 */
public final class Scope {
    private final Scope parent;
    private final String path;
    private final String className;
    private final Object model;

    Scope(Scope parent, String path, String className, Object model) {
        this.parent = parent;
        this.path = path;
        this.className = className;
        this.model = model;
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
}
