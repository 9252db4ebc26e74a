package layerbook.python;

import java.util.Iterator;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;

/** {@code dict.keys()}, {@code values()} and {@code items()}: what the dict holds at the time of asking. */
final class PyView extends PyObject {
    /** Which part of the entries it shows. */
    enum Part { KEYS, VALUES, ITEMS }

    private final PyDict dict;
    private final Part part;

    PyView(PyDict dict, Part part) {
        this.dict = dict;
        this.part = part;
    }

    boolean isSetLike() {
        return part != Part.VALUES;
    }

    @Override public PyType type() {
        return Types.VIEW;
    }

    @Override public long length() {
        return dict.size();
    }

    @Override public boolean truth() {
        return dict.size() != 0;
    }

    @Override public Iterator<Object> iterator() {
        return dict.each(e -> part == Part.KEYS ? e.key : part == Part.VALUES ? e.value : PyTuple.of(e.key, e.value));
    }

    @Override public boolean contains(Object value) {
        return part == Part.KEYS ? dict.has(value) : super.contains(value);
    }

    @Override public Object binary(BinaryOperator op, Object right) {
        PySet other = PySet.operand(right);
        return isSetLike() && (other != null || right instanceof PyObject)
            ? SetMethods.operate(op, PySet.from(Types.SET, iterator()), other != null ? other : PySet.from(Types.SET, Iteration.of(right)))
            : Special.NOT_IMPLEMENTED;
    }

    @Override public Object compare(Comparison op, Object right) {
        PySet other = isSetLike() ? PySet.operand(right) : null;
        return other == null ? Special.NOT_IMPLEMENTED : PySet.from(Types.SET, iterator()).compare(op, other);
    }

    @Override public Object attribute(String name) {
        if (isSetLike() && name.equals("isdisjoint")) {
            return Attributes.orNull(PySet.from(Types.SET, iterator()), name);
        }
        return super.attribute(name);
    }

    @Override public String repr() {
        return "dict_" + part.name().toLowerCase(java.util.Locale.ROOT) + "(" + Texts.repr(PyList.from(iterator())) + ")";
    }
}
