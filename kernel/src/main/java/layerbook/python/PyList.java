package layerbook.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Python's list. */
public final class PyList extends PySequence {
    private final ArrayList<Object> elements;

    public PyList() {
        this(Types.LIST);
    }

    PyList(PyType type) {
        this(type, new ArrayList<>());
    }

    private PyList(PyType type, ArrayList<Object> elements) {
        super(type);
        this.elements = elements;
    }

    public static PyList of(Object... elements) {
        return new PyList(Types.LIST, new ArrayList<>(Arrays.asList(elements)));
    }

    /** A list of what the iterator gives. */
    public static PyList from(Iterator<Object> all) {
        var list = new PyList();
        list.addAll(all);
        return list;
    }

    public void add(Object element) {
        elements.add(element);
        if ((elements.size() & 0xfff) == 0) {
            Limits.elements(elements.size());
        }
    }

    public void addAll(Iterator<Object> all) {
        while (all.hasNext()) {
            add(all.next());
        }
    }

    /** The elements, to be changed. */
    ArrayList<Object> live() {
        return elements;
    }

    @Override public List<Object> elements() {
        return elements;
    }

    @Override PyType plainType() {
        return Types.LIST;
    }

    @Override PySequence like(Object[] some) {
        return of(some);
    }

    private int position(Object index, String what) {
        Object whole = Numbers.indexOrNull(index);
        if (whole == null) {
            throw Errors.type("list indices must be integers or slices, not " + Types.of(index).name());
        }
        long i = Numbers.clamp(whole);
        i = i < 0 ? i + size() : i;
        if (i < 0 || i >= size()) {
            throw Errors.index("list " + what + " index out of range");
        }
        return (int) i;
    }

    @Override protected void rawSetItem(Object index, Object value) {
        if (!(index instanceof PySlice s)) {
            elements.set(position(index, "assignment"), value);
            return;
        }
        Object[] all = value == this ? toArray() : assigned(value, s);
        PySlice.Range r = s.over(size());
        if (r.step() == 1) {
            List<Object> part = elements.subList((int) r.start(), (int) Math.max(r.start(), r.stop()));
            part.clear();
            elements.addAll((int) r.start(), Arrays.asList(all));
            return;
        }
        if (all.length != r.count()) {
            throw Errors.value("attempt to assign sequence of size " + all.length + " to extended slice of size " + r.count());
        }
        for (int i = 0; i < all.length; i++) {
            elements.set((int) (r.start() + i * r.step()), all[i]);
        }
    }

    private static Object[] assigned(Object value, PySlice s) {
        if (!(value instanceof PyObject) && !(value instanceof String)) {
            throw Errors.type(s.step == Special.NONE || Equality.same(s.step, 1L) ? "can only assign an iterable" : "must assign iterable to extended slice");
        }
        return Iteration.list(value).toArray();
    }

    @Override protected void rawDeleteItem(Object index) {
        if (!(index instanceof PySlice s)) {
            elements.remove(position(index, "assignment"));
            return;
        }
        PySlice.Range r = s.over(size());
        var gone = new java.util.BitSet();
        for (int i = 0; i < r.count(); i++) {
            gone.set((int) (r.start() + i * r.step()));
        }
        var kept = new ArrayList<Object>();
        for (int i = 0; i < elements.size(); i++) {
            if (!gone.get(i)) {
                kept.add(elements.get(i));
            }
        }
        elements.clear();
        elements.addAll(kept);
    }

    @Override protected Object rawInPlace(layerbook.syntax.BinaryOperator op, Object right) {
        if (op == layerbook.syntax.BinaryOperator.ADD) {
            addAll(right == this ? of(toArray()).iterator() : Iteration.of(right));
            return this;
        }
        if (op == layerbook.syntax.BinaryOperator.MUL && Numbers.indexOrNull(right) != null) {
            Object[] all = repeated(Numbers.clamp(Numbers.indexOrNull(right))).toArray();
            elements.clear();
            elements.addAll(Arrays.asList(all));
            return this;
        }
        return Special.NOT_IMPLEMENTED;
    }

    @Override protected long rawHash() {
        throw Errors.type("unhashable type: 'list'");
    }

    @Override protected String rawRepr() {
        return Texts.nested(this, "[...]", () -> Texts.joined("[", elements.toArray(), "]"));
    }
}
