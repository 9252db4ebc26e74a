package layerbook.python;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import layerbook.syntax.Comparison;

/** A list or a tuple: equal and in order as their elements are. */
public abstract class PySequence extends PyInstance {
    PySequence(PyType type) {
        super(type);
    }

    /** Its elements; not to be changed through this view. */
    public abstract List<Object> elements();

    /** The Python class without what derives it: list or tuple. */
    abstract PyType plainType();

    abstract PySequence like(Object[] elements);

    public int size() {
        return elements().size();
    }

    public Object get(int i) {
        return elements().get(i);
    }

    public Object[] toArray() {
        return elements().toArray();
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

    @Override protected Object rawItem(Object index) {
        if (index instanceof Long l) {
            long i = l < 0 ? l + size() : l;
            if (i < 0 || i >= size()) {
                throw Errors.index(plainType().name() + " index out of range");
            }
            return get((int) i);
        }
        if (index instanceof PySlice s) {
            return slice(s);
        }
        Object whole = Numbers.indexOrNull(index);
        if (whole == null) {
            throw Errors.type(plainType().name() + " indices must be integers or slices, not " + Types.of(index).name());
        }
        if (!(whole instanceof Long)) {
            throw Errors.index("cannot fit 'int' into an index-sized integer");
        }
        return rawItem(whole);
    }

    private PySequence slice(PySlice s) {
        PySlice.Range r = s.over(size());
        if (r.step() == 1) {
            return like(elements().subList((int) r.start(), (int) Math.max(r.start(), r.stop())).toArray());
        }
        var out = new Object[r.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = get((int) (r.start() + i * r.step()));
        }
        return like(out);
    }

    @Override protected boolean rawContains(Object value) {
        for (int i = 0; i < size(); i++) {
            if (Equality.same(get(i), value)) {
                return true;
            }
        }
        return false;
    }

    @Override protected Object rawCompare(Comparison op, Object right) {
        if (!(right instanceof PySequence other) || other.plainType() != plainType()) {
            return Special.NOT_IMPLEMENTED;
        }
        if ((op == Comparison.EQUAL || op == Comparison.NOT_EQUAL) && size() != other.size()) {
            return op == Comparison.NOT_EQUAL;
        }
        int n = Math.min(size(), other.size());
        for (int i = 0; i < n; i++) {
            Object a = get(i);
            Object b = other.get(i);
            if (!Equality.same(a, b)) {
                return op == Comparison.EQUAL ? (Object) false : op == Comparison.NOT_EQUAL ? (Object) true : Operators.compare(op, a, b);
            }
        }
        return Ordering.holds(op, Integer.compare(size(), other.size()));
    }

    PySequence repeated(long times) {
        int n = size();
        long all = Limits.elements(Math.multiplyHigh(n, Math.max(times, 0)) != 0 ? Long.MAX_VALUE : n * Math.max(times, 0));
        var out = new Object[(int) all];
        Object[] once = toArray();
        for (int i = 0; i < out.length; i += n) {
            System.arraycopy(once, 0, out, i, n);
        }
        return like(out);
    }

    PySequence joined(PySequence other) {
        Limits.elements((long) size() + other.size());
        Object[] all = Arrays.copyOf(toArray(), size() + other.size());
        System.arraycopy(other.toArray(), 0, all, size(), other.size());
        return like(all);
    }

    @Override protected Object rawBinary(layerbook.syntax.BinaryOperator op, Object right) {
        switch (op) {
            case ADD:
                if (right instanceof PySequence other && other.plainType() == plainType()) {
                    return joined(other);
                }
                if (right instanceof PyObject) {
                    return Special.NOT_IMPLEMENTED;
                }
                throw Errors.type("can only concatenate " + plainType().name() + " (not \"" + Types.of(right).name() + "\") to " + plainType().name());
            case MUL:
                Object times = Numbers.indexOrNull(right);
                return times == null ? Special.NOT_IMPLEMENTED : repeated(Numbers.clamp(times));
            default:
                return Special.NOT_IMPLEMENTED;
        }
    }

    @Override protected Object rawReflected(layerbook.syntax.BinaryOperator op, Object left) {
        Object times = op == layerbook.syntax.BinaryOperator.MUL ? Numbers.indexOrNull(left) : null;
        return times == null ? Special.NOT_IMPLEMENTED : repeated(Numbers.clamp(times));
    }

    @Override protected Iterator<Object> rawIterator() {
        return new Iterator<>() {
            private int next;

            @Override public boolean hasNext() {
                return next < size();
            }

            @Override public Object next() {
                return get(next++);
            }
        };
    }
}
