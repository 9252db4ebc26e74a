package layerbook.python;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Goes through what can be looped over. */
public final class Iteration {
    private Iteration() {}

    /** The elements of any value that {@code for} takes. */
    public static Iterator<Object> of(Object value) {
        if (value instanceof PyObject o) {
            return o.iterator();
        }
        if (value instanceof String s) {
            return s.codePoints().mapToObj(c -> (Object) Character.toString(c)).iterator();
        }
        throw Errors.type("'" + Types.of(value).name() + "' object is not iterable");
    }

    /** {@code iter(value)}. */
    static Object iter(Object value) {
        if (value instanceof PyInstance i) {
            Object m = i.special("__iter__");
            if (m != null && !(value instanceof PyIterator)) {
                return Calls.method(m, i);
            }
        }
        return value instanceof PyIterator ? value : new PyIterator(of(value));
    }

    /** {@code next(iterator)}, or null at its end. */
    static Object nextOrNull(Object iterator) {
        if (iterator instanceof PyIterator p) {
            return p.nextOrNull();
        }
        Object m = iterator instanceof PyInstance i ? i.special("__next__") : null;
        if (m == null) {
            throw Errors.type("'" + Types.of(iterator).name() + "' object is not an iterator");
        }
        try {
            return Calls.method(m, iterator);
        } catch (Raised r) {
            if (r.is("StopIteration")) {
                return null;
            }
            throw r;
        }
    }

    /** Steps through an iterator of Python. */
    static Iterator<Object> stepping(Object iterator) {
        if (iterator instanceof PyIterator p) {
            return p.iterator();
        }
        if (!(iterator instanceof PyInstance i) || i.special("__next__") == null) {
            if (iterator instanceof PyObject o && !(iterator instanceof PyInstance)) {
                return o.iterator();
            }
            throw Errors.type("iter() returned non-iterator of type '" + Types.of(iterator).name() + "'");
        }
        return new Steps() {
            @Override Object step() {
                return nextOrNull(iterator);
            }
        };
    }

    /** Asks {@code __getitem__} for 0, 1, 2 .. until IndexError. */
    static Iterator<Object> byIndex(PyObject o) {
        return new Steps() {
            private long next;

            @Override Object step() {
                try {
                    return o.item(next++);
                } catch (Raised r) {
                    if (r.is("IndexError") || r.is("StopIteration")) {
                        return null;
                    }
                    throw r;
                }
            }
        };
    }

    /** A new list of all elements. */
    public static PyList list(Object value) {
        if (value instanceof PyList l && l.type() == Types.LIST) {
            return PyList.of(l.toArray());
        }
        return PyList.from(of(value));
    }

    /** A tuple of all elements. */
    public static PyTuple tuple(Object value) {
        return value instanceof PyTuple t && t.type() == Types.TUPLE ? t : PyTuple.of(list(value).toArray());
    }

    /** An iterator that is told by one method, which gives null at the end. */
    abstract static class Steps implements Iterator<Object> {
        private Object ahead;
        private boolean ended;

        abstract Object step();

        @Override public final boolean hasNext() {
            if (ahead == null && !ended) {
                ahead = step();
                ended = ahead == null;
            }
            return ahead != null;
        }

        @Override public final Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Object found = ahead;
            ahead = null;
            return found;
        }
    }
}
