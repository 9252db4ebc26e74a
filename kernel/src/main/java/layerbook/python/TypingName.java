package layerbook.python;

import layerbook.syntax.BinaryOperator;

/** A name of {@code typing}, {@code Optional[int]}, {@code int | None}: it stands where a type may, and checks nothing but {@code isinstance} of a union. */
final class TypingName extends PyObject {
    private static final PyType TYPE = new PyType("_GenericAlias", java.util.List.of(Types.OBJECT)).plain().in("typing");
    private final String text;
    private final PyTuple arguments;

    TypingName(String text, PyTuple arguments) {
        this.text = text;
        this.arguments = arguments;
    }

    static TypingName union(Object a, Object b) {
        return new TypingName(name(a) + " | " + name(b), PyTuple.of(part(a), part(b)));
    }

    private static Object part(Object v) {
        return v == Special.NONE ? Types.NONE : v instanceof TypingName t && t.text.contains(" | ") ? t.arguments : v;
    }

    private static String name(Object v) {
        return v instanceof PyType t ? t.qualifiedName() : v == Special.NONE ? "None" : Texts.repr(v);
    }

    PyTuple arguments() {
        return arguments;
    }

    @Override public PyType type() {
        return TYPE;
    }

    @Override public Object item(Object index) {
        PyTuple all = index instanceof PyTuple t ? t : PyTuple.of(index);
        if (text.equals("typing.Optional")) {
            return new TypingName("typing.Optional[" + name(index) + "]", PyTuple.of(index, Types.NONE));
        }
        var names = new java.util.ArrayList<String>();
        all.elements().forEach(v -> names.add(name(v)));
        return new TypingName(text + "[" + String.join(", ", names) + "]", all);
    }

    @Override public Object attribute(String name) {
        switch (name) {
            case "__args__": return arguments.size() == 0 ? null : arguments;
            case "__mro_entries__": return new PyBuiltin(name, a -> PyTuple.EMPTY);
            case "__name__": return text.substring(text.lastIndexOf('.') + 1);
            case "__origin__": return this;
            default: return super.attribute(name);
        }
    }

    @Override public boolean callable() {
        return true;
    }

    @Override public Object call(Arguments arguments) {
        return Special.NONE;
    }

    @Override public Object binary(BinaryOperator op, Object right) {
        return op == BinaryOperator.BIT_OR ? union(this, right) : Special.NOT_IMPLEMENTED;
    }

    @Override public Object reflected(BinaryOperator op, Object left) {
        return op == BinaryOperator.BIT_OR ? union(left, this) : Special.NOT_IMPLEMENTED;
    }

    @Override public String repr() {
        return text;
    }
}
