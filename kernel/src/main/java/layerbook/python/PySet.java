package layerbook.python;

import java.util.Iterator;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;

/** Python's set and frozenset. Its elements come in the order in which they were added, where Python's order is not said. */
public final class PySet extends PyInstance {
    private final PyDict elements = new PyDict();
    private final boolean frozen;

    public PySet() {
        this(Types.SET);
    }

    PySet(PyType type) {
        super(type);
        frozen = type.derives(Types.FROZENSET);
    }

    static PySet from(PyType type, Iterator<Object> all) {
        var set = new PySet(type);
        all.forEachRemaining(set::add);
        return set;
    }

    public void add(Object element) {
        if (!elements.has(element)) {
            elements.put(element, Special.NONE);
        }
    }

    public boolean remove(Object element) {
        return elements.removeKey(element) != null;
    }

    public boolean has(Object element) {
        return elements.has(element);
    }

    public int size() {
        return elements.size();
    }

    void clear() {
        elements.clear();
    }

    boolean frozen() {
        return frozen;
    }

    java.util.List<Object> values() {
        return elements.keys();
    }

    PySet copy() {
        return from(frozen ? Types.FROZENSET : Types.SET, values().iterator());
    }

    boolean within(PySet other) {
        return values().stream().allMatch(other::has);
    }

    @Override protected long rawLength() {
        return size();
    }

    @Override protected boolean rawTruth() {
        return size() != 0;
    }

    @Override protected boolean rawIterable() {
        return true;
    }

    @Override protected Iterator<Object> rawIterator() {
        return elements.iterator();
    }

    @Override protected boolean rawContains(Object value) {
        return has(value);
    }

    @Override protected Object rawBinary(BinaryOperator op, Object right) {
        PySet other = operand(right);
        return other == null ? Special.NOT_IMPLEMENTED : SetMethods.operate(op, copy(), other);
    }

    @Override protected Object rawReflected(BinaryOperator op, Object left) {
        return left instanceof PyView ? SetMethods.operate(op, operand(left).copy(), this) : Special.NOT_IMPLEMENTED;
    }

    @Override protected Object rawInPlace(BinaryOperator op, Object right) {
        PySet other = operand(right);
        return other == null || frozen ? Special.NOT_IMPLEMENTED : SetMethods.operate(op, this, other == this ? copy() : other);
    }

    /** A set, or the keys of a dict as one; null for other values. */
    static PySet operand(Object value) {
        return value instanceof PySet s ? s : value instanceof PyView v && v.isSetLike() ? from(Types.SET, v.iterator()) : null;
    }

    @Override protected Object rawCompare(Comparison op, Object right) {
        PySet other = operand(right);
        if (other == null) {
            return Special.NOT_IMPLEMENTED;
        }
        switch (op) {
            case EQUAL: return size() == other.size() && within(other);
            case NOT_EQUAL: return size() != other.size() || !within(other);
            case LESS_EQUAL: return within(other);
            case LESS: return size() < other.size() && within(other);
            case GREATER_EQUAL: return other.within(this);
            default: return size() > other.size() && other.within(this);
        }
    }

    @Override protected long rawHash() {
        if (!frozen) {
            throw Errors.type("unhashable type: 'set'");
        }
        return values().stream().mapToLong(Equality::hash).sum();
    }

    @Override protected String rawRepr() {
        if (size() == 0) {
            return type().name() + "()";
        }
        String inner = Texts.joined("{", values().toArray(), "}");
        return type() == Types.SET ? inner : type().name() + "(" + inner + ")";
    }
}
