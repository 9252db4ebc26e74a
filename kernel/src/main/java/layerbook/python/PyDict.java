package layerbook.python;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;

/** Python's dict: keys in the order in which they came, equal as Python says ({@code 1}, {@code 1.0} and {@code True} are one key). */
public class PyDict extends PyInstance {
    /** A key as it was first given, and its value. */
    static final class Entry {
        final Object key;
        Object value;

        Entry(Object key, Object value) {
            this.key = key;
            this.value = value;
        }
    }

    private final LinkedHashMap<Object, Entry> entries = new LinkedHashMap<>();

    public PyDict() {
        this(Types.DICT);
    }

    public PyDict(PyType type) {
        super(type);
    }

    static PyDict ofNames(Map<String, Object> names) {
        var dict = new PyDict();
        names.forEach(dict::put);
        return dict;
    }

    public Object get(Object key) {
        Entry e = entries.get(HashKey.of(key));
        return e == null ? null : e.value;
    }

    /** {@link #get} for a name: no key has to be made. */
    public Object named(String name) {
        Entry e = entries.get(name);
        return e == null ? null : e.value;
    }

    public boolean has(Object key) {
        return entries.containsKey(HashKey.of(key));
    }

    public void put(Object key, Object value) {
        Object k = HashKey.of(key);
        Entry e = entries.get(k);
        if (e != null) {
            e.value = value;
        } else {
            entries.put(k, new Entry(key, value));
            if ((entries.size() & 0xfff) == 0) {
                Limits.elements(entries.size());
            }
        }
    }

    /** Removes the key and gives its value, or null. */
    public Object removeKey(Object key) {
        Entry e = entries.remove(HashKey.of(key));
        return e == null ? null : e.value;
    }

    public int size() {
        return entries.size();
    }

    public void clear() {
        entries.clear();
    }

    void replaceBy(PyDict other) {
        var all = new ArrayList<>(other.entries.values());
        entries.clear();
        all.forEach(e -> put(e.key, e.value));
    }

    /** The keys, in order; a copy. */
    public List<Object> keys() {
        var out = new ArrayList<>(entries.size());
        entries.values().forEach(e -> out.add(e.key));
        return out;
    }

    /** The values, in order; a copy. */
    public List<Object> values() {
        var out = new ArrayList<>(entries.size());
        entries.values().forEach(e -> out.add(e.value));
        return out;
    }

    /** The entry that came last (or first) is taken out. */
    PyTuple popItem(boolean last) {
        if (entries.isEmpty()) {
            throw Errors.raise("KeyError", last ? "popitem(): dictionary is empty" : "dictionary is empty");
        }
        Entry found = null;
        for (Entry e : entries.values()) {
            found = e;
            if (!last) {
                break;
            }
        }
        entries.remove(HashKey.of(found.key));
        return PyTuple.of(found.key, found.value);
    }

    void moveTo(Object key, boolean last) {
        Object value = removeKey(key);
        if (value == null) {
            throw Errors.key(key);
        }
        var others = last ? List.<Entry>of() : new ArrayList<>(entries.values());
        if (!last) {
            entries.clear();
        }
        put(key, value);
        others.forEach(e -> put(e.key, e.value));
    }

    /** Takes the entries of a dict, of what has {@code keys()}, or pairs. */
    public void update(Object from) {
        if (from instanceof PyDict d) {
            new ArrayList<>(d.entries.values()).forEach(e -> setOwn(e.key, e.value));
        } else if (from instanceof PyObject o && Attributes.has(o, "keys")) {
            Iteration.of(Calls.invoke(o, "keys", Arguments.NONE)).forEachRemaining(k -> setOwn(k, o.item(k)));
        } else {
            int n = 0;
            for (Iterator<Object> all = Iteration.of(from); all.hasNext(); n++) {
                Object next = all.next();
                if (!(next instanceof PyObject) && !(next instanceof String)) {
                    throw Errors.type("cannot convert dictionary update sequence element #" + n + " to a sequence");
                }
                PyList pair = Iteration.list(next);
                if (pair.size() != 2) {
                    throw Errors.value("dictionary update sequence element #" + n + " has length " + pair.size() + "; 2 is required");
                }
                setOwn(pair.get(0), pair.get(1));
            }
        }
    }

    private void setOwn(Object key, Object value) {
        put(key, value);
    }

    /** Goes through the entries as they are; a dict that grew or shrank meanwhile is refused as Python does. */
    Iterator<Object> each(Function<Entry, Object> what) {
        Iterator<Entry> all = entries.values().iterator();
        return new Iterator<>() {
            @Override public boolean hasNext() {
                return all.hasNext();
            }

            @Override public Object next() {
                try {
                    return what.apply(all.next());
                } catch (ConcurrentModificationException e) {
                    throw Errors.runtime("dictionary changed size during iteration");
                }
            }
        };
    }

    Iterator<Object> reversedKeys() {
        List<Object> keys = keys();
        java.util.Collections.reverse(keys);
        return keys.iterator();
    }

    @Override protected long rawLength() {
        return entries.size();
    }

    @Override protected boolean rawTruth() {
        return !entries.isEmpty();
    }

    @Override protected boolean rawIterable() {
        return true;
    }

    @Override protected Iterator<Object> rawIterator() {
        return each(e -> e.key);
    }

    @Override protected boolean rawContains(Object value) {
        return has(value);
    }

    @Override protected Object rawItem(Object index) {
        Object found = get(index);
        if (found != null) {
            return found;
        }
        Object missing = special("__missing__");
        if (missing != null) {
            return Calls.method(missing, this, index);
        }
        return missing(index);
    }

    /** What {@code self[key]} gives for a key that is not there. */
    protected Object missing(Object key) {
        throw Errors.key(key);
    }

    @Override protected void rawSetItem(Object index, Object value) {
        put(index, value);
    }

    @Override protected void rawDeleteItem(Object index) {
        if (removeKey(index) == null) {
            throw Errors.key(index);
        }
    }

    @Override protected Object rawBinary(BinaryOperator op, Object right) {
        if (op != BinaryOperator.BIT_OR || !(right instanceof PyDict other)) {
            return Special.NOT_IMPLEMENTED;
        }
        var both = empty();
        both.update(this);
        both.update(other);
        return both;
    }

    /** An empty one of the same kind: what {@code copy} fills. */
    protected PyDict empty() {
        return new PyDict(type().isWritten() ? Types.DICT : type());
    }

    @Override protected Object rawInPlace(BinaryOperator op, Object right) {
        if (op != BinaryOperator.BIT_OR) {
            return Special.NOT_IMPLEMENTED;
        }
        update(right);
        return this;
    }

    @Override protected Object rawCompare(Comparison op, Object right) {
        if (op != Comparison.EQUAL && op != Comparison.NOT_EQUAL || !(right instanceof PyDict other)) {
            return Special.NOT_IMPLEMENTED;
        }
        return sameAs(other) == (op == Comparison.EQUAL);
    }

    protected boolean sameAs(PyDict other) {
        if (size() != other.size()) {
            return false;
        }
        for (Entry e : entries.values()) {
            Object there = other.get(e.key);
            if (there == null || !Equality.same(e.value, there)) {
                return false;
            }
        }
        return true;
    }

    @Override protected long rawHash() {
        throw Errors.type("unhashable type: '" + type().name() + "'");
    }

    @Override protected String rawRepr() {
        return Texts.nested(this, "{...}", this::entriesRepr);
    }

    protected final String entriesRepr() {
        var b = new StringBuilder("{");
        for (Entry e : entries.values()) {
            b.append(b.length() > 1 ? ", " : "").append(Texts.repr(e.key)).append(": ").append(Texts.repr(e.value));
            Limits.text(b.length());
        }
        return b.append('}').toString();
    }
}
