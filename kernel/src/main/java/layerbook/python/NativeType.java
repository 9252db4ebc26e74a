package layerbook.python;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A class of Python's own whose methods are one switch over their names; they are made values only when asked for. */
final class NativeType extends PyType {
    /** Runs the method of the name. */
    interface Dispatch {
        Object call(String name, Object self, Arguments arguments);
    }

    private final Set<String> methods;
    private final Dispatch dispatch;
    private final Map<String, Object> made = new HashMap<>();

    NativeType(String name, List<PyType> bases, String methods, Dispatch dispatch) {
        super(name, bases);
        this.methods = new java.util.LinkedHashSet<>(List.of(methods.trim().split("\\s+")));
        this.dispatch = dispatch;
        plain();
    }

    boolean has(String method) {
        return methods.contains(method);
    }

    Object run(String method, Object self, Arguments arguments) {
        return dispatch.call(method, self, arguments);
    }

    @Override protected synchronized Object ownAttribute(String attribute) {
        Object own = super.ownAttribute(attribute);
        if (own != null || !methods.contains(attribute)) {
            return own;
        }
        return made.computeIfAbsent(attribute, n -> new PyBuiltin.OfType(this, n, (self, arguments) -> dispatch.call(n, self, arguments)));
    }

    @Override protected Iterable<String> ownNames() {
        var all = new java.util.ArrayList<>(methods);
        super.ownNames().forEach(all::add);
        return all;
    }
}
