package layerbook.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.net.Tensor;
import layerbook.operations.Outputs;
import layerbook.python.Arguments;
import layerbook.python.Errors;
import layerbook.python.Iteration;
import layerbook.python.PyDict;
import layerbook.python.PyList;
import layerbook.python.PyObject;
import layerbook.python.PyRange;
import layerbook.python.PyTuple;
import layerbook.python.PyType;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.python.Types;
import layerbook.python.Unread;
import layerbook.shape.Refusal;

/** Values of Python as layers and operations take them, and back. */
final class Converted {
    private Converted() {}

    /** What an operation or layer takes for this value; Java's null is None. */
    static Object argument(Object value) {
        if (value == null || value == Special.NONE) {
            return null;
        }
        if (value instanceof TensorObject t) {
            return t.tensor();
        }
        if (value instanceof SymbolicSize) {
            return SymbolicSize.expr(value);
        }
        if (value instanceof DTypes.Value d) {
            return d.dtype;
        }
        if (value instanceof PyTuple || value instanceof PyList || value instanceof PyRange) {
            var all = new ArrayList<Object>();
            Iteration.of(value).forEachRemaining(e -> all.add(argument(e)));
            return all;
        }
        if (value instanceof Unread u) {
            throw u.cannotBe("used in a network");
        }
        if (value instanceof PyObject o) {
            Object whole = o.index();
            if (whole != null) {
                return whole;
            }
            if (value instanceof layerbook.python.PyBoxed b) {
                return b.boxed();
            }
            if (o.type().derives(Types.TUPLE) || o.type().derives(Types.LIST)) {
                return argument(Iteration.tuple(o));
            }
            throw new Refused(Refusal.option("a tensor operation takes no " + o.type().name()));
        }
        return value;
    }

    /** An int, a symbolic size, or a tensor with one known whole number, as a size. */
    static Expr size(Object value) {
        Expr e = SymbolicSize.expr(value instanceof TensorObject t ? t.item() : value);
        if (e == null) {
            throw Errors.type("a size is an int, not " + Types.of(value).name());
        }
        return e;
    }

    /** Sizes in a tuple or list, or one by one. */
    static List<Expr> sizes(Object value) {
        if (value instanceof PyObject && !(value instanceof SymbolicSize) && !(value instanceof TensorObject)) {
            var all = new ArrayList<Expr>();
            Iteration.of(value).forEachRemaining(e -> all.add(size(e)));
            return all;
        }
        return List.of(size(value));
    }

    /** Sizes as {@code torch.zeros} takes them: one tuple, or several ints; by name {@code size}. */
    static List<Expr> sizes(Arguments a, int from) {
        if (a.count() <= from) {
            Object named = a.named("size");
            return named == null ? List.of() : sizes(named);
        }
        if (a.count() == from + 1) {
            return sizes(a.at(from));
        }
        var all = new ArrayList<Expr>();
        for (int i = from; i < a.count(); i++) {
            all.add(size(a.at(i)));
        }
        return all;
    }

    static List<Object> positional(Arguments a) {
        var all = new ArrayList<Object>();
        a.positional().forEach(v -> all.add(argument(v)));
        return all;
    }

    /** Arguments by name without those that compute nothing. */
    static Map<String, Object> named(Arguments a) {
        var all = new LinkedHashMap<String, Object>();
        for (String name : a.names()) {
            if (!name.equals("out") && !name.equals("device") && !name.equals("generator")) {
                all.put(name, argument(a.named(name)));
            } else if (name.equals("out") && a.named(name) != Special.NONE) {
                throw new Refused(Refusal.option("out= is not read").why("write the result of the operation to a name"));
            }
        }
        return all;
    }

    /** What an operation gave: a tensor, or a tuple of them, with PyTorch's names where it has some. */
    static Object given(Outputs outputs) {
        if (outputs.isList() || outputs.tensors().size() != 1) {
            Object[] all = outputs.tensors().stream().map(TensorObject::new).toArray();
            return outputs.names().isEmpty() ? PyTuple.of(all) : new PyTuple(namedTuple(outputs.names()), all);
        }
        return new TensorObject(outputs.tensor());
    }

    /** {@code torch.return_types.max}: a tuple with names. */
    private static PyType namedTuple(List<String> names) {
        var type = new PyType("max", List.of(Types.TUPLE)).in("torch.return_types");
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            type.defineProperty(names.get(i), (self, a) -> ((PyTuple) self).get(at));
        }
        return type;
    }

    /** What a module returned, in structures that the network reads: lists, maps, tensors, null. */
    static Object structure(Object value) {
        return structure(value, 0);
    }

    private static final int DEEPEST = 20;

    private static Object structure(Object value, int depth) {
        if (value instanceof TensorObject t) {
            return t.tensor();
        }
        if (value == Special.NONE || value == null) {
            return null;
        }
        if (!(value instanceof PyObject o) || depth > DEEPEST) {
            return value instanceof PyObject ? List.of() : value;
        }
        if (o instanceof PyDict d) {
            var all = new LinkedHashMap<Object, Object>();
            d.keys().forEach(k -> all.put(k, structure(d.get(k), depth + 1)));
            return all;
        }
        if (o instanceof PyTuple || o instanceof PyList) {
            var all = new ArrayList<Object>();
            Iteration.of(o).forEachRemaining(e -> all.add(structure(e, depth + 1)));
            return all;
        }
        if (o instanceof ModuleObject || o instanceof PyType || !(o instanceof layerbook.python.PyInstance i)) {
            return List.of();
        }
        var all = new ArrayList<Object>();
        i.attributes().values().forEach(e -> all.add(structure(e, depth + 1)));
        return all;
    }

    /** What came from Java, for Python: tensors, lists, maps, numbers. */
    static Object python(Object value) {
        if (value == null) {
            return Special.NONE;
        }
        if (value instanceof Tensor t) {
            return new TensorObject(t);
        }
        if (value instanceof Expr e) {
            return SymbolicSize.of(e);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float f) {
            return (double) f;
        }
        if (value instanceof List<?> list) {
            return PyList.of(list.stream().map(Converted::python).toArray());
        }
        if (value instanceof Map<?, ?> map) {
            var dict = new PyDict();
            map.forEach((k, v) -> dict.put(python(k), python(v)));
            return dict;
        }
        return value;
    }
}
