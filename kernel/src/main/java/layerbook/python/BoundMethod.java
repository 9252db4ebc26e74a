package layerbook.python;

/** A function with the object that it was read from: {@code net.forward}. */
final class BoundMethod extends PyObject {
    final Object function;
    final Object self;

    BoundMethod(Object function, Object self) {
        this.function = function;
        this.self = self;
    }

    @Override public PyType type() {
        return function instanceof PyBuiltin.OfType ? Types.BUILTIN : Types.METHOD;
    }

    @Override public boolean callable() {
        return true;
    }

    @Override public Object call(Arguments arguments) {
        return function instanceof PyBuiltin.OfType m ? m.call(self, arguments) : Calls.call(function, arguments.with(self));
    }

    @Override public Object attribute(String name) {
        switch (name) {
            case "__self__": return self;
            case "__func__": return function;
            default: return Attributes.orNull(function, name);
        }
    }

    @Override public Object compare(layerbook.syntax.Comparison op, Object right) {
        if (op != layerbook.syntax.Comparison.EQUAL || !(right instanceof BoundMethod m)) {
            return Special.NOT_IMPLEMENTED;
        }
        return m.function == function && m.self == self;
    }

    @Override public long hash() {
        return System.identityHashCode(function) * 31L + System.identityHashCode(self);
    }

    @Override public String repr() {
        Object name = Attributes.orNull(function, "__qualname__");
        return "<bound method " + (name == null ? "?" : Texts.str(name)) + " of " + Texts.repr(self) + ">";
    }
}
