package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import layerbook.python.ParameterList;
import layerbook.python.PyFunction;
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

    /** Its model classes, then its own functions whose names do not begin with an underscore, each in order. */
    static List<Script.Choice> all(PyModule main) {
        var all = new ArrayList<Script.Choice>();
        for (String name : of(main)) {
            var type = (PyType) main.names().named(name);
            all.add(new Script.Choice(name, Script.Choice.Kind.CLASS, ParameterList.text(type), type.needsArguments()));
        }
        for (Object key : main.names().keys()) {
            if (main.names().get(key) instanceof PyFunction f && isOwn(f, (String) key, main)) {
                all.add(new Script.Choice(f.name(), Script.Choice.Kind.FUNCTION, ParameterList.text(f), f.needsArguments()));
            }
        }
        return all;
    }

    private static boolean isOwn(PyFunction f, String key, PyModule main) {
        return f.name().equals(key) && !key.startsWith("_") && Objects.equals(f.module(), main.names().named("__name__"));
    }
}
