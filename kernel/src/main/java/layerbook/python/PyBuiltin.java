package layerbook.python;

/** A function that Java gives: {@code new PyBuiltin("len", arguments -> ..)}. As in Python, it does not bind to an object. */
public class PyBuiltin extends PyObject {
    /** What a function does. */
    public interface Code {
        Object call(Arguments arguments);
    }

    /** What a method does; {@code self} is not among the arguments. */
    public interface Method {
        Object call(Object self, Arguments arguments);
    }

    private final String name;
    private final Code code;

    public PyBuiltin(String name, Code code) {
        this.name = name;
        this.code = code;
    }

    public String name() {
        return name;
    }

    @Override public PyType type() {
        return Types.BUILTIN;
    }

    @Override public boolean callable() {
        return true;
    }

    @Override public Object call(Arguments arguments) {
        return code.call(arguments);
    }

    @Override public Object attribute(String attribute) {
        switch (attribute) {
            case "__name__": case "__qualname__": return name;
            case "__doc__": return Special.NONE;
            case "__module__": return "builtins";
            default: return super.attribute(attribute);
        }
    }

    @Override public String repr() {
        return "<built-in function " + name + ">";
    }

    /** A method of a class that Java gives, unbound: its first argument is the object. */
    static final class OfType extends PyObject {
        private final PyType owner;
        private final String name;
        private final Method method;

        OfType(PyType owner, String name, Method method) {
            this.owner = owner;
            this.name = name;
            this.method = method;
        }

        Object call(Object self, Arguments arguments) {
            return method.call(self, arguments);
        }

        @Override public PyType type() {
            return Types.METHOD_DESCRIPTOR;
        }

        @Override public boolean callable() {
            return true;
        }

        @Override public Object call(Arguments arguments) {
            if (arguments.count() == 0) {
                throw Errors.type("unbound method " + owner.name() + "." + name + "() needs an argument");
            }
            return method.call(arguments.at(0), arguments.withoutFirst());
        }

        @Override public Object attribute(String attribute) {
            switch (attribute) {
                case "__name__": return name;
                case "__qualname__": return owner.name() + "." + name;
                case "__doc__": return Special.NONE;
                default: return super.attribute(attribute);
            }
        }

        @Override public String repr() {
            return "<method '" + name + "' of '" + owner.name() + "' objects>";
        }
    }
}
