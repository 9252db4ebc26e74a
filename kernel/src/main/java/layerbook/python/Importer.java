package layerbook.python;

/**
 * Finds the modules that {@code import} names. {@code torch} puts its own in front of Python's:
 * {@code Importer both = torch.then(StandardModules::find)}.
 */
public interface Importer {
    /**
     * The module of the dotted name ({@code torch.nn.functional}), or null where this importer does not know it.
     * It is asked once for each name and interpreter; what it gives is kept.
     */
    PyModule find(String name, Interpreter interpreter);

    default Importer then(Importer next) {
        return (name, interpreter) -> {
            PyModule found = find(name, interpreter);
            return found != null ? found : next.find(name, interpreter);
        };
    }
}
