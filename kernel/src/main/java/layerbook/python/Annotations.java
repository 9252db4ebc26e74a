package layerbook.python;

import layerbook.syntax.Expression;
import layerbook.syntax.Parameters.Parameter;

/** {@code __annotations__}, computed when it is asked for; one that cannot be computed is its text. */
final class Annotations {
    /** The annotated names of a class body, in order, and where they were written. */
    static final class OfClass {
        final Frame frame;
        final java.util.LinkedHashMap<String, Expression> all = new java.util.LinkedHashMap<>();

        OfClass(Frame frame) {
            this.frame = frame;
        }
    }

    private Annotations() {}

    static PyDict of(PyFunction f) {
        var dict = new PyDict();
        for (Parameter p : f.code.parameters.all()) {
            if (p.annotation() != null) {
                dict.put(p.name(), value(f.definedIn, p.annotation()));
            }
        }
        if (f.code.returns != null) {
            dict.put("return", value(f.definedIn, f.code.returns));
        }
        return dict;
    }

    static PyDict of(PyType type) {
        if (type.givenAnnotations() != null) {
            return type.givenAnnotations();
        }
        var dict = new PyDict();
        if (type.annotations() != null) {
            type.annotations().all.forEach((name, e) -> dict.put(name, value(type.annotations().frame, e)));
        }
        return dict;
    }

    private static Object value(Frame frame, Expression annotation) {
        try {
            return new Evaluator(frame).eval(annotation);
        } catch (Raised | Refused e) {
            return frame.file.textOf(annotation);
        }
    }
}
