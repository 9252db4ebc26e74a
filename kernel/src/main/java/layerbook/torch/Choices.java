package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import layerbook.python.PyModule;
import layerbook.python.PyType;

/** What a file offers to be made. */
final class Choices {
    private Choices() {}

    /** The names of its own classes that derive {@code nn.Module}. */
    static List<String> of(PyModule main) {
        var names = new ArrayList<String>();
        for (Object key : main.names().keys()) {
            Object value = main.names().get(key);
            if (value instanceof PyType t && t.isWritten() && t.derives(ModuleMethods.MODULE) && t.name().equals(key)) {
                names.add((String) key);
            }
        }
        return names;
    }

    /** Those whose constructor needs no argument, and that stand in no other class of the file as a base. */
    static List<String> ready(PyModule main) {
        return of(main).stream().filter(name -> !((PyType) main.names().named(name)).needsArguments()).toList();
    }
}
