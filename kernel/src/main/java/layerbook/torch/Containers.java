package layerbook.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.python.Arguments;
import layerbook.python.Calls;
import layerbook.python.Errors;
import layerbook.python.Iteration;
import layerbook.python.Numbers;
import layerbook.python.PyDict;
import layerbook.python.PyIterator;
import layerbook.python.PyList;
import layerbook.python.PySlice;
import layerbook.python.PyTuple;
import layerbook.python.PyType;
import layerbook.python.Special;

/** {@code nn.Sequential}, {@code ModuleList}, {@code ModuleDict}, {@code ParameterList} and {@code ParameterDict}. */
final class Containers {
    static final PyType SEQUENTIAL = type("Sequential");
    static final PyType LIST = type("ModuleList");
    static final PyType DICT = type("ModuleDict");
    static final PyType PARAMETERS = type("ParameterList");
    static final PyType PARAMETER_DICT = type("ParameterDict");

    private Containers() {}

    private static PyType type(String name) {
        return new PyType(name, List.of(ModuleMethods.MODULE)).in("torch.nn.modules.container");
    }

    static {
        SEQUENTIAL.define("__init__", (self, a) -> sequential((ModuleObject) self, a));
        SEQUENTIAL.define("forward", (self, a) -> forward((ModuleObject) self, a));
        LIST.define("__init__", (self, a) -> extended((ModuleObject) self, a.get(0, "modules", Special.NONE)));
        PARAMETERS.define("__init__", (self, a) -> extended((ModuleObject) self, a.get(0, "values", a.named("parameters") == null ? Special.NONE : a.named("parameters"))));
        DICT.define("__init__", (self, a) -> updated((ModuleObject) self, a.get(0, "modules", Special.NONE)));
        PARAMETER_DICT.define("__init__", (self, a) -> updated((ModuleObject) self, a.get(0, "parameters", Special.NONE)));
        List.of(SEQUENTIAL, LIST, PARAMETERS).forEach(Containers::listed);
        List.of(DICT, PARAMETER_DICT).forEach(Containers::keyed);
    }

    private static Map<String, Object> members(Object self) {
        var m = (ModuleObject) self;
        return m.type().derives(PARAMETERS) || m.type().derives(PARAMETER_DICT) ? m.parameters : m.modules;
    }

    private static void add(ModuleObject self, String name, Object member) {
        self.initialise();
        if (members(self) == self.modules) {
            ModuleMethods.checkModule(member);
            self.modules.put(name, member);
        } else {
            self.parameter(name, member instanceof TensorObject t && !t.isParameter() ? Creation.parameter(Arguments.of(t)) : (TensorObject) member);
        }
    }

    private static Object sequential(ModuleObject self, Arguments a) {
        self.initialise();
        if (a.count() == 1 && a.at(0) instanceof PyDict d) {
            d.keys().forEach(k -> add(self, (String) k, d.get(k)));
        } else {
            a.positional().forEach(m -> add(self, String.valueOf(self.modules.size()), m));
        }
        return Special.NONE;
    }

    private static Object forward(ModuleObject self, Arguments a) {
        Object x = a.get(0, "input");
        if (x == null) {
            throw Errors.type("forward() missing 1 required positional argument: 'input'");
        }
        for (Object m : new ArrayList<>(self.modules.values())) {
            x = Calls.call(m, x);
        }
        return x;
    }

    private static Object extended(ModuleObject self, Object several) {
        self.initialise();
        if (several != Special.NONE) {
            Iteration.of(several).forEachRemaining(m -> add(self, String.valueOf(members(self).size()), m));
        }
        return Special.NONE;
    }

    private static Object updated(ModuleObject self, Object from) {
        self.initialise();
        if (from instanceof PyDict d) {
            d.keys().forEach(k -> add(self, (String) k, d.get(k)));
        } else if (from instanceof ModuleObject m) {
            members(m).forEach((k, v) -> add(self, k, v));
        } else if (from != Special.NONE) {
            Iteration.of(from).forEachRemaining(pair -> {
                PyList two = Iteration.list(pair);
                add(self, (String) two.get(0), two.get(1));
            });
        }
        return Special.NONE;
    }

    private static void listed(PyType type) {
        type.define("append", (self, a) -> {
            add((ModuleObject) self, String.valueOf(members(self).size()), a.at(0));
            return self;
        });
        type.define("extend", (self, a) -> {
            extended((ModuleObject) self, a.at(0));
            return self;
        });
        type.define("__iadd__", (self, a) -> {
            extended((ModuleObject) self, a.at(0));
            return self;
        });
        type.define("__add__", (self, a) -> {
            var all = new ArrayList<>(members(self).values());
            Iteration.of(a.at(0)).forEachRemaining(all::add);
            return of((ModuleObject) self, all);
        });
        type.define("insert", (self, a) -> {
            var all = new ArrayList<>(members(self).values());
            int at = (int) Numbers.toLong(a.at(0));
            all.add(at < 0 ? at + all.size() : at, a.at(1));
            replace((ModuleObject) self, all);
            return Special.NONE;
        });
        type.define("pop", (self, a) -> {
            Object found = item(self, a.at(0, -1L));
            var all = new ArrayList<>(members(self).values());
            all.remove(index(self, a.at(0, -1L)));
            replace((ModuleObject) self, all);
            return found;
        });
        type.define("__len__", (self, a) -> (long) members(self).size());
        type.define("__iter__", (self, a) -> new PyIterator(new ArrayList<>(members(self).values()).iterator()));
        type.define("__getitem__", (self, a) -> item(self, a.at(0)));
        type.define("__setitem__", (self, a) -> {
            String key = a.at(0) instanceof String s ? s : List.copyOf(members(self).keySet()).get(index(self, a.at(0)));
            add((ModuleObject) self, key, a.at(1));
            return Special.NONE;
        });
        type.define("__delitem__", (self, a) -> {
            deleted((ModuleObject) self, a.at(0));
            return Special.NONE;
        });
        type.define("__contains__", (self, a) -> members(self).containsValue(a.at(0)));
    }

    private static void deleted(ModuleObject self, Object index) {
        var names = new ArrayList<>(members(self).keySet());
        if (index instanceof PySlice slice) {
            PySlice.Range range = slice.over(names.size());
            for (long i = range.start(); range.step() > 0 ? i < range.stop() : i > range.stop(); i += range.step()) {
                members(self).remove(names.get((int) i));
            }
        } else {
            members(self).remove(index instanceof String s ? s : names.get(index(self, index)));
        }
        if (names.stream().allMatch(n -> n.matches("\\d+"))) {
            replace(self, new ArrayList<>(members(self).values()));
        }
    }

    private static void replace(ModuleObject self, List<Object> all) {
        Map<String, Object> members = members(self);
        members.clear();
        all.forEach(m -> members.put(String.valueOf(members.size()), m));
    }

    private static int index(Object self, Object given) {
        int size = members(self).size();
        long i = Numbers.toLong(given);
        if (i < -size || i >= size) {
            throw Errors.index("index " + i + " is out of range");
        }
        return (int) (i < 0 ? i + size : i);
    }

    private static Object item(Object self, Object index) {
        if (index instanceof PySlice slice) {
            var names = new ArrayList<>(members(self).keySet());
            var chosen = new LinkedHashMap<String, Object>();
            PySlice.Range range = slice.over(names.size());
            for (long i = range.start(); range.step() > 0 ? i < range.stop() : i > range.stop(); i += range.step()) {
                chosen.put(names.get((int) i), members(self).get(names.get((int) i)));
            }
            boolean sequence = ((ModuleObject) self).type().derives(SEQUENTIAL);
            return sequence ? named((ModuleObject) self, chosen) : of((ModuleObject) self, List.copyOf(chosen.values()));
        }
        if (index instanceof String s) {
            return members(self).get(s);
        }
        return List.copyOf(members(self).values()).get(index(self, index));
    }

    /** A container of the kind of another one, as its slices are: their names stay those of Sequential, and are numbers again in lists. */
    private static ModuleObject of(ModuleObject kind, List<Object> all) {
        var made = new ModuleObject(plain(kind));
        all.forEach(m -> add(made, String.valueOf(members(made).size()), m));
        made.initialise();
        return made;
    }

    private static ModuleObject named(ModuleObject kind, Map<String, Object> all) {
        var made = new ModuleObject(plain(kind));
        all.forEach((name, m) -> add(made, name, m));
        made.initialise();
        return made;
    }

    /** A slice is made by the class of the whole; where that class is the user's own, it is a plain container here. */
    private static PyType plain(ModuleObject kind) {
        return kind.type().derives(SEQUENTIAL) ? SEQUENTIAL : kind.type().derives(LIST) ? LIST : PARAMETERS;
    }

    private static void keyed(PyType type) {
        type.define("__getitem__", (self, a) -> {
            Object found = members(self).get((String) a.at(0));
            if (found == null) {
                throw Errors.key(a.at(0));
            }
            return found;
        });
        type.define("__setitem__", (self, a) -> {
            add((ModuleObject) self, (String) a.at(0), a.at(1));
            return Special.NONE;
        });
        type.define("__delitem__", (self, a) -> {
            members(self).remove((String) a.at(0));
            return Special.NONE;
        });
        type.define("__len__", (self, a) -> (long) members(self).size());
        type.define("__iter__", (self, a) -> new PyIterator(new ArrayList<Object>(members(self).keySet()).iterator()));
        type.define("__contains__", (self, a) -> members(self).containsKey(String.valueOf(a.at(0))));
        type.define("keys", (self, a) -> PyList.of(members(self).keySet().toArray()));
        type.define("values", (self, a) -> PyList.of(members(self).values().toArray()));
        type.define("items", (self, a) -> PyList.of(members(self).entrySet().stream().map(e -> PyTuple.of(e.getKey(), e.getValue())).toArray()));
        type.define("update", (self, a) -> updated((ModuleObject) self, a.at(0)));
        type.define("pop", (self, a) -> members(self).remove((String) a.at(0)));
        type.define("get", (self, a) -> members(self).getOrDefault((String) a.at(0), a.at(1, Special.NONE)));
        type.define("clear", (self, a) -> {
            members(self).clear();
            return Special.NONE;
        });
    }
}
