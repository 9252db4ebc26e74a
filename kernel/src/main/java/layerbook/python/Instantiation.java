package layerbook.python;

/** Makes objects of a class: {@code __new__}, then {@code __init__}; conversions where Python's own classes are called. */
final class Instantiation {
    private Instantiation() {}

    static Object make(PyType type, Arguments a) {
        if (type.type() != Types.TYPE && type.type().isWritten()) {
            Object custom = type.type().lookupSpecial("__call__");
            if (custom instanceof PyFunction) {
                return Calls.method(custom, type, a);
            }
        }
        if (!type.isWritten()) {
            Object converted = Conversions.call(type, a);
            if (converted != null) {
                return converted;
            }
        }
        return construct(type, a);
    }

    /** What {@code type.__call__} does. */
    static Object construct(PyType type, Arguments a) {
        refuseAbstract(type);
        Object maker = type.lookupSpecial("__new__");
        boolean written = maker instanceof PyFunction || maker instanceof StaticMethod;
        Object made = written ? Calls.call(maker instanceof StaticMethod s ? s.function : maker, a.with(type)) : allocate(type, a);
        if (!Types.isInstance(made, type)) {
            return made;
        }
        Object init = type.lookupSpecial("__init__");
        if (init != null) {
            Object result = Calls.method(init, made, a);
            if (result != Special.NONE) {
                throw Errors.type("__init__() should return None, not '" + Types.of(result).name() + "'");
            }
        } else if (!written && (a.count() > 0 || a.namedCount() > 0) && made.getClass() == PyInstance.class) {
            throw Errors.type(type.name() + "() takes no arguments");
        }
        return made;
    }

    private static void refuseAbstract(PyType type) {
        Object open = type.isWritten() ? type.own().get("__abstractmethods__") : null;
        if (open instanceof PySet s && s.size() > 0) {
            String names = TextMethods.joined("', '", PyList.of(Ordering.sorted(s.values().toArray(), null, false)));
            throw Errors.type("Can't instantiate abstract class " + type.name() + " with abstract method" + (s.size() > 1 ? "s " + names.replace("'", "") : " " + names));
        }
    }

    /** What {@code object.__new__} gives: the empty object of the Java class that stands behind the class. */
    static Object allocate(PyType type, Arguments a) {
        for (PyType base : type.mro()) {
            if (base == Types.UNREAD) {
                throw new Unread(type.name(), "it derives a class of an import that was not read").cannotBe("made");
            }
        }
        if (type.derives(Types.INT) || type.derives(Types.FLOAT) || type.derives(Types.STR)) {
            return boxed(type, a);
        }
        if (type.derives(Types.TUPLE)) {
            return new PyTuple(type, a.count() > 0 ? Iteration.list(a.at(0)).toArray() : new Object[0]);
        }
        return type.allocator().allocate(type, a);
    }

    /** A number or text of a class that derives int, float or str. */
    static Object boxed(PyType type, Arguments a) {
        PyType plain = type.derives(Types.INT) ? Types.INT : type.derives(Types.FLOAT) ? Types.FLOAT : Types.STR;
        Object value = Conversions.call(plain, a);
        return type == plain ? value : new PyBoxed(type, value);
    }
}
