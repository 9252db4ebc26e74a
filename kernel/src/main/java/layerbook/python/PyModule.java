package layerbook.python;

import java.util.function.Supplier;

/**
 * A module: its name and its names. Those that Java gives may be made when they are first asked for:
 * <pre>{@code
 * new PyModule("math").set("pi", Math.PI).function("sqrt", arguments -> Math.sqrt(Numbers.toDouble(arguments.at(0))));
 * }</pre>
 * A module with many names overrides {@link #make}, so that no value is made before it is used.
 */
public class PyModule extends PyObject {
    private final String name;
    private final PyDict names = new PyDict();

    public PyModule(String name) {
        this.name = name;
        names.put("__name__", name);
    }

    public String name() {
        return name;
    }

    /** Its names and their values: {@code __dict__}. */
    public PyDict names() {
        return names;
    }

    public PyModule set(String key, Object value) {
        names.put(key, value);
        return this;
    }

    public PyModule function(String key, PyBuiltin.Code code) {
        return set(key, new PyBuiltin(key, code));
    }

    /** The value of a name that was not asked for before, or null; it is kept. */
    protected Object make(String key) {
        return null;
    }

    /** The names that {@link #make} knows: for {@code import *}, {@code dir} and completion. */
    public Iterable<String> makes() {
        return java.util.List.of();
    }

    /** The value of the name, or null. */
    public Object get(String key) {
        Object found = names.named(key);
        if (found == null) {
            found = make(key);
            if (found != null) {
                names.put(key, found);
            }
        }
        return found;
    }

    @Override public PyType type() {
        return Types.MODULE;
    }

    @Override public Object attribute(String key) {
        if (key.equals("__dict__")) {
            return names;
        }
        Object found = get(key);
        if (found == null) {
            Object fallback = names.named("__getattr__");
            found = fallback == null ? null : Calls.call(fallback, key);
        }
        return found == null ? super.attribute(key) : found;
    }

    @Override public void setAttribute(String key, Object value) {
        names.put(key, value);
    }

    @Override public void deleteAttribute(String key) {
        if (names.removeKey(key) == null) {
            throw Errors.attribute(this, key);
        }
    }

    @Override public Iterable<String> attributeNames() {
        var all = new java.util.LinkedHashSet<String>();
        names.keys().forEach(k -> all.add((String) k));
        makes().forEach(all::add);
        return all;
    }

    @Override public String repr() {
        return "<module '" + name + "'>";
    }
}
