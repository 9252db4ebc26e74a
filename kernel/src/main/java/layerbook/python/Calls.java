package layerbook.python;

/** Calls whatever can be called. */
public final class Calls {
    private Calls() {}

    public static Object call(Object function, Object... positional) {
        return call(function, Arguments.of(positional));
    }

    public static Object call(Object function, Arguments arguments) {
        if (function instanceof PyObject o) {
            return o.call(arguments);
        }
        throw Errors.type("'" + Types.of(function).name() + "' object is not callable");
    }

    /** Calls what a class has, unbound, on an object. */
    public static Object method(Object unbound, Object self, Arguments arguments) {
        if (unbound instanceof PyFunction f) {
            return f.call(arguments.with(self));
        }
        if (unbound instanceof PyBuiltin.OfType m) {
            return m.call(self, arguments);
        }
        return call(Attributes.bind(unbound, self, Types.of(self)), arguments);
    }

    public static Object method(Object unbound, Object self, Object... positional) {
        return method(unbound, self, Arguments.of(positional));
    }

    /** {@code self.name(arguments)}. */
    public static Object invoke(Object self, String name, Arguments arguments) {
        if (self instanceof PyObject o) {
            return o.invoke(name, arguments);
        }
        PyType type = Types.of(self);
        if (type instanceof NativeType n && n.has(name)) {
            return n.run(name, self, arguments);
        }
        return call(Attributes.get(self, name), arguments);
    }

    public static boolean callable(Object value) {
        return value instanceof PyObject o && o.callable();
    }
}
