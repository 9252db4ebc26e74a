package layerbook.python;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Python's tuple. */
public class PyTuple extends PySequence {
    public static final PyTuple EMPTY = new PyTuple(Types.TUPLE, new Object[0]);

    private final Object[] elements;

    /** Of a class that derives tuple. The array is kept. */
    public PyTuple(PyType type, Object[] elements) {
        super(type);
        this.elements = elements;
    }

    public static PyTuple of(Object... elements) {
        return elements.length == 0 ? EMPTY : new PyTuple(Types.TUPLE, elements);
    }

    @Override public List<Object> elements() {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    @Override public int size() {
        return elements.length;
    }

    @Override public Object get(int i) {
        return elements[i];
    }

    @Override public Object[] toArray() {
        return elements.clone();
    }

    @Override PyType plainType() {
        return Types.TUPLE;
    }

    @Override PySequence like(Object[] some) {
        return of(some);
    }

    @Override protected long rawHash() {
        long h = 0x345678L;
        for (Object e : elements) {
            h = h * 1000003L ^ Equality.hash(e);
        }
        return h + elements.length;
    }

    @Override protected String rawRepr() {
        return Texts.nested(this, "(...)", () -> Texts.joined("(", elements, elements.length == 1 ? ",)" : ")"));
    }
}
