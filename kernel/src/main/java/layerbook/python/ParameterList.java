package layerbook.python;

import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Parameters;

/** {@code inspect.signature(f)}: the parameters of a function or class that Python text defines. */
public final class ParameterList extends PyObject {
    private static final PyType TYPE = new PyType("Signature", List.of(Types.OBJECT)).plain().in("inspect");
    private final PyDict parameters = new PyDict();
    private final PyFunction function;
    private final int from;

    private ParameterList(PyFunction f, int from) {
        this.function = f;
        this.from = from;
        for (int i = from; i < f.code.parameters.all().size(); i++) {
            Parameters.Parameter p = f.code.parameters.all().get(i);
            Object initial = f.initial[i] == null ? TYPE : f.initial[i];
            parameters.put(p.name(), new PyModule("Parameter").set("name", p.name()).set("default", initial).set("kind", p.kind().name())
                .set("KEYWORD_ONLY", "KEYWORD_ONLY").set("POSITIONAL_ONLY", "POSITIONAL_ONLY").set("POSITIONAL_OR_KEYWORD", "POSITIONAL_OR_KEYWORD")
                .set("VAR_POSITIONAL", "VAR_POSITIONAL").set("VAR_KEYWORD", "VAR_KEYWORD").set("empty", TYPE));
        }
    }

    /**
     * The parameters in brackets, as {@code str(inspect.signature(f))} shows them without annotations; of a class those of
     * its constructor: {@code (width, *, bias=True)}.
     */
    public static String text(Object function) {
        boolean none = function instanceof PyType t && !(t.lookupSpecial("__init__") instanceof PyFunction);
        return none ? "()" : of(function).text();
    }

    private String text() {
        var parts = new ArrayList<String>();
        boolean bare = true; // a * of its own goes before the first that only a name reaches
        List<Parameters.Parameter> all = function.code.parameters.all();
        for (int i = from; i < all.size(); i++) {
            String name = all.get(i).name();
            Parameters.Kind kind = all.get(i).kind();
            if (kind == Parameters.Kind.KEYWORD_ONLY && bare) {
                parts.add("*");
            }
            bare &= kind != Parameters.Kind.KEYWORD_ONLY && kind != Parameters.Kind.VAR_POSITIONAL;
            String stars = kind == Parameters.Kind.VAR_POSITIONAL ? "*" : kind == Parameters.Kind.VAR_KEYWORD ? "**" : "";
            parts.add(stars + name + (function.initial[i] == null ? "" : "=" + Texts.repr(function.initial[i])));
            if (kind == Parameters.Kind.POSITIONAL_ONLY && (i + 1 == all.size() || all.get(i + 1).kind() != kind)) {
                parts.add("/");
            }
        }
        return "(" + String.join(", ", parts) + ")";
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

    @Override public String repr() {
        return "<Signature " + text() + ">";
    }

    @Override public Object attribute(String name) {
        return name.equals("parameters") ? parameters : name.equals("empty") ? TYPE : super.attribute(name);
    }
}
