package layerbook.torch;

import layerbook.python.Interpreter;
import layerbook.python.PyList;
import layerbook.python.PyModule;

/**
 * A package of a folder. Its {@code __init__} runs only when a name is asked for that is none of its modules: {@code from torchvision.models.resnet
 * import resnet18} does not read all of torchvision.
 */
final class LazyPackage extends PyModule {
    private static final String INIT = ".__init__";

    private final Interpreter python;
    private final FolderSources sources;
    private PyModule init;

    private LazyPackage(String name, Interpreter python, FolderSources sources) {
        super(name);
        this.python = python;
        this.sources = sources;
        set("__package__", name);
        set("__path__", PyList.of(name));
    }

    /** An importer of packages in these folders. */
    static PyModule find(String name, Interpreter python, FolderSources sources) {
        int inner = name.indexOf(INIT + ".");
        if (inner >= 0) {
            return python.module(name.substring(0, inner) + name.substring(inner + INIT.length()));
        }
        return !name.endsWith(INIT) && sources.isPackage(name) && (sources.find(name) == null || sources.find(name + INIT) != null)
            ? new LazyPackage(name, python, sources) : null;
    }

    @Override protected Object make(String key) {
        if (key.equals("__init__")) {
            return null;
        }
        if (init == null && sources.find(name() + "." + key) != null || sources.isPackage(name() + "." + key)) {
            PyModule found = python.module(name() + "." + key);
            if (found != null) {
                return found;
            }
        }
        if (key.startsWith("__") && !key.equals("__all__") && !key.equals("__version__")) {
            return null;
        }
        if (init == null) {
            init = python.module(name() + INIT);
        }
        return init == null ? null : init.get(key);
    }

    @Override public Iterable<String> attributeNames() {
        if (init == null) {
            init = python.module(name() + INIT);
        }
        return init == null ? super.attributeNames() : init.attributeNames();
    }
}
