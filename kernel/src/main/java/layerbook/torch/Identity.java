package layerbook.torch;

import layerbook.python.Arguments;
import layerbook.python.PyBuiltin;
import layerbook.python.Special;

/** Functions that give back what they get: compilers, decorators, wrappers that change no number. */
final class Identity {
    private Identity() {}

    /** Gives its first argument; without one it is a decorator that does. */
    static PyBuiltin function(String name, String argument) {
        return new PyBuiltin(name, a -> {
            Object first = a.get(0, argument);
            return first == null || first == Special.NONE ? new PyBuiltin(name, b -> b.at(0)) : first;
        });
    }

    /** A decorator with arguments of its own: what it decorates stays as it is. */
    static PyBuiltin decorator(String name) {
        return new PyBuiltin(name, a -> a.count() == 1 && layerbook.python.Calls.callable(a.at(0)) ? a.at(0) : new PyBuiltin(name, b -> b.at(0)));
    }

    /** A function that computes nothing and gives None. */
    static PyBuiltin nothing(String name) {
        return new PyBuiltin(name, a -> Special.NONE);
    }

    static PyBuiltin constant(String name, Object value) {
        return new PyBuiltin(name, (Arguments a) -> value);
    }
}
