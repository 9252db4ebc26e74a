package layerbook.python;

import java.util.List;
import layerbook.syntax.Parameters;

/** {@code inspect.signature(f)}: the parameters of a function that Python text defines. */
final class ParameterList extends PyObject {
    private static final PyType TYPE = new PyType("Signature", List.of(Types.OBJECT)).plain().in("inspect");
    private final PyDict parameters = new PyDict();

    private ParameterList(PyFunction f, int from) {
        for (int i = from; i < f.code.parameters.all().size(); i++) {
            Parameters.Parameter p = f.code.parameters.all().get(i);
            Object initial = f.initial[i] == null ? TYPE : f.initial[i];
            parameters.put(p.name(), new PyModule("Parameter").set("name", p.name()).set("default", initial).set("kind", p.kind().name())
                .set("KEYWORD_ONLY", "KEYWORD_ONLY").set("POSITIONAL_ONLY", "POSITIONAL_ONLY").set("POSITIONAL_OR_KEYWORD", "POSITIONAL_OR_KEYWORD")
                .set("VAR_POSITIONAL", "VAR_POSITIONAL").set("VAR_KEYWORD", "VAR_KEYWORD").set("empty", TYPE));
        }
    }

    static ParameterList of(Object function) {
        if (function instanceof PyFunction f && f.ownValue("__wrapped__") != null) {
            return of(f.ownValue("__wrapped__"));
        }
        if (function instanceof BoundMethod m && m.function instanceof PyFunction f) {
            return new ParameterList(f, 1);
        }
        if (function instanceof PyType t && t.lookupSpecial("__init__") instanceof PyFunction f) {
            return new ParameterList(f, 1);
        }
        if (function instanceof PyFunction f) {
            return new ParameterList(f, 0);
        }
        throw Unsupported.function("inspect.signature(..)", "only functions that a script defines have a signature here");
    }

    @Override public PyType type() {
        return TYPE;
    }

    @Override public Object attribute(String name) {
        return name.equals("parameters") ? parameters : name.equals("empty") ? TYPE : super.attribute(name);
    }
}
