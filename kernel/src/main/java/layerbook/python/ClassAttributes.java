package layerbook.python;

/** Attributes that are read from a class: its own and its bases', unbound, then those of its metaclass. */
final class ClassAttributes {
    private ClassAttributes() {}

    static Object of(PyType type, String name) {
        PyType metaclass = type.type();
        if (metaclass != Types.TYPE) {
            Object special = metaclass.lookup(name);
            if (special instanceof PyProperty) {
                return Attributes.bind(special, type, metaclass);
            }
        }
        Object own = own(type, name);
        if (own != null) {
            return own;
        }
        Object found = type.lookup(name);
        if (found != null && !(type.type() != Types.TYPE && found instanceof PyBuiltin.OfType && name.startsWith("__") && metaclass.lookupSpecial(name) != null)) {
            return bind(found, type);
        }
        if (metaclass != Types.TYPE) {
            Object special = metaclass.lookup(name);
            if (special != null) {
                return Attributes.bind(special, type, metaclass);
            }
            Object fallback = metaclass.lookupSpecial("__getattr__");
            if (fallback != null) {
                return Calls.method(fallback, type, name);
            }
        }
        return null;
    }

    private static Object own(PyType type, String name) {
        switch (name) {
            case "__name__": return type.name();
            case "__qualname__": return type.qualname();
            case "__module__": return type.module();
            case "__class__": return type.type();
            case "__bases__": return PyTuple.of(type.bases().toArray());
            case "__mro__": return PyTuple.of(type.mro().toArray());
            case "__base__": return type.bases().isEmpty() ? Special.NONE : type.bases().get(0);
            case "mro": return new PyBuiltin("mro", a -> PyList.of(type.mro().toArray()));
            case "__subclasses__": return new PyBuiltin("__subclasses__", a -> PyList.of(type.subclasses().toArray()));
            case "__dict__": return PyDict.ofNames(type.own());
            case "__doc__": return type.own().getOrDefault("__doc__", Special.NONE);
            case "__annotations__": return Annotations.of(type);
            default: return null;
        }
    }

    /** What a class's attribute is when it is read through the class. */
    static Object bind(Object found, PyType type) {
        if (found instanceof StaticMethod s) {
            return s.function;
        }
        if (found instanceof ClassMethod c) {
            return new BoundMethod(c.function, type);
        }
        if (found instanceof PyInstance i && !(found instanceof PyType) && i.type().isWritten()) {
            Object get = i.type().lookupSpecial("__get__");
            return get == null ? found : Calls.method(get, i, Special.NONE, type);
        }
        return found;
    }
}
