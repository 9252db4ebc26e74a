package layerbook.python;

import java.util.Iterator;

/** The methods of dict, and those that OrderedDict has besides. */
final class DictMethods {
    static final String NAMES = "get keys values items pop popitem setdefault update clear copy fromkeys __reversed__ " + Dunders.MAPPING;

    private DictMethods() {}

    static Object call(String name, Object of, Arguments a) {
        if (name.equals("fromkeys")) {
            return fromKeys(of instanceof PyDict ? a : of instanceof PyType ? a : a.with(of));
        }
        if (!(of instanceof PyDict self)) {
            throw Errors.type("descriptor '" + name + "' for 'dict' objects doesn't apply to a '" + Types.of(of).name() + "' object");
        }
        switch (name) {
            case "get": {
                Object found = self.get(a.between("get", 1, 2).at(0));
                return found != null ? found : a.at(1, Special.NONE);
            }
            case "keys": return new PyView(self, PyView.Part.KEYS);
            case "values": return new PyView(self, PyView.Part.VALUES);
            case "items": return new PyView(self, PyView.Part.ITEMS);
            case "pop": {
                Object found = self.removeKey(a.at(0));
                if (found == null && a.count() < 2 && a.named("default") == null) {
                    throw Errors.key(a.at(0));
                }
                return found != null ? found : a.get(1, "default");
            }
            case "popitem": return self.popItem(Operators.truth(a.get(0, "last", true)));
            case "move_to_end":
                self.moveTo(a.at(0), Operators.truth(a.get(1, "last", true)));
                return Special.NONE;
            case "setdefault": {
                Object found = self.get(a.at(0));
                if (found == null) {
                    found = a.at(1, Special.NONE);
                    self.put(a.at(0), found);
                }
                return found;
            }
            case "update": case "__init__":
                update(self, a);
                return Special.NONE;
            case "clear":
                self.clear();
                return Special.NONE;
            case "copy": {
                PyDict copy = self.empty();
                copy.update(self);
                return copy;
            }
            case "__reversed__": {
                Iterator<Object> keys = self.reversedKeys();
                return new PyIterator(keys);
            }
            default: return Dunders.call(name, self, a);
        }
    }

    static void update(PyDict self, Arguments a) {
        if (a.count() > 0) {
            self.update(a.at(0));
        }
        for (int i = 0; i < a.namedCount(); i++) {
            self.put(a.nameAt(i), a.namedAt(i));
        }
    }

    static PyDict fromKeys(Arguments a) {
        var dict = new PyDict();
        Iteration.of(a.at(0)).forEachRemaining(k -> dict.put(k, a.at(1, Special.NONE)));
        return dict;
    }
}
