package layerbook.python;

import java.util.Iterator;

/** What {@code iter}, {@code zip}, {@code map} and generators give: it can be gone through once. */
public class PyIterator extends PyObject {
    private final Iterator<Object> all;
    private final PyType type;

    public PyIterator(Iterator<Object> all) {
        this(all, Types.ITERATOR);
    }

    PyIterator(Iterator<Object> all, PyType type) {
        this.all = all;
        this.type = type;
    }

    @Override public PyType type() {
        return type;
    }

    /** The next element, or null at the end. */
    Object nextOrNull() {
        return iterator().hasNext() ? iterator().next() : null;
    }

    @Override public Iterator<Object> iterator() {
        return all;
    }

    @Override public Object attribute(String name) {
        switch (name) {
            case "__next__": return new PyBuiltin(name, a -> Builtins.next(this, null));
            case "__iter__": return new PyBuiltin(name, a -> this);
            default: return super.attribute(name);
        }
    }
}
