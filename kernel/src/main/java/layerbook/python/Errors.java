package layerbook.python;

/** Makes the exceptions that Python's own operations raise. */
public final class Errors {
    private Errors() {}

    public static Raised type(String message) {
        return raise("TypeError", message);
    }

    public static Raised value(String message) {
        return raise("ValueError", message);
    }

    public static Raised index(String message) {
        return raise("IndexError", message);
    }

    public static Raised key(Object key) {
        return new Raised(new PyException(ExceptionTypes.named("KeyError"), PyTuple.of(key)));
    }

    public static Raised attribute(Object object, String name) {
        String what = object instanceof PyType t ? "type object '" + t.name() + "'"
            : object instanceof PyModule m ? "module '" + m.name() + "'" : "'" + Types.of(object).name() + "' object";
        return raise("AttributeError", what + " has no attribute '" + name + "'" + (object instanceof PyModule m ? near(m, name) : ""));
    }

    /** A name of the module that differs in its capitals alone: {@code Conv2d} for {@code Conv2D}. */
    private static String near(PyModule module, String name) {
        for (String known : module.attributeNames()) {
            if (known.equalsIgnoreCase(name)) {
                return ". Did you mean: '" + known + "'?";
            }
        }
        return "";
    }

    public static Raised name(String name) {
        return raise("NameError", "name '" + name + "' is not defined");
    }

    public static Raised runtime(String message) {
        return raise("RuntimeError", message);
    }

    /** An exception of one of Python's own classes: {@code raise("OverflowError", "..")}. */
    public static Raised raise(String type, String message) {
        return new Raised(new PyException(ExceptionTypes.named(type), PyTuple.of(message)));
    }
}
