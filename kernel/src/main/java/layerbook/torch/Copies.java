package layerbook.torch;

import layerbook.python.PyDict;
import layerbook.python.Special;

/** {@code copy.deepcopy} of a module: the same layers with weights of their own; what is shared inside stays shared. */
final class Copies {
    private Copies() {}

    static ModuleObject of(ModuleObject original, PyDict memo) {
        Object known = memo.get(identity(original));
        if (known instanceof ModuleObject copied) {
            return copied;
        }
        var copy = new ModuleObject(original.type());
        copy.initialise();
        memo.put(identity(original), copy);
        if (original.unit() != null) {
            copy.layer(ModuleMethods.again(original.unit()));
        }
        original.parameters.forEach((name, p) -> {
            boolean own = original.unit() != null && p instanceof TensorObject t && t.tensor().ref() != null && t.tensor().ref().unit() == original.unit();
            if (own) {
                memo.put(identity(p), copy.parameters.get(name));
            } else if (p == Special.NONE) {
                copy.parameters.put(name, p);
            } else {
                copy.parameter(name, (TensorObject) value(p, memo));
            }
        });
        original.buffers.forEach((name, b) -> {
            if (original.unit() == null || !copy.buffers.containsKey(name)) {
                copy.buffers.put(name, value(b, memo));
            }
        });
        original.modules.forEach((name, m) -> {
            if (!(m instanceof ModuleObject inner && original.unit() != null && Parts.isAmong(inner))) {
                copy.modules.put(name, value(m, memo));
            }
        });
        original.attributes().keys().forEach(k -> copy.attributes().put(k, value(original.attributes().get(k), memo)));
        copy.training = original.training;
        copy.notSaved.addAll(original.notSaved);
        return copy;
    }

    private static Object value(Object v, PyDict memo) {
        if (v instanceof ModuleObject m) {
            return of(m, memo);
        }
        if (v instanceof TensorObject t) {
            Object known = memo.get(identity(t));
            if (known == null) {
                known = t.copy();
                memo.put(identity(t), known);
            }
            return known;
        }
        if (v instanceof layerbook.python.PyList l) {
            return layerbook.python.PyList.of(l.elements().stream().map(e -> value(e, memo)).toArray());
        }
        return v;
    }

    private static Long identity(Object o) {
        return (long) System.identityHashCode(o);
    }
}
