package layerbook.session.jshell;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The changes that can be taken back, the last first. A day is long and values may be large, so the oldest are let go: those behind a thousand, and those
 * that hold too much. How much a value holds is known cheaply of arrays, texts and Java's own collections; others count as nothing.
 */
public final class UndoStack {
    /** How far back undo goes. */
    public static final int FARTHEST = 1_000;

    /** In bytes; smaller values are not counted: a thousand of them are no more than 64 MB. */
    private static final long SMALL = 1 << 16;

    private final long most;
    private final Deque<History.Change> changes = new ArrayDeque<>();
    private final Map<Object, Held> large = new IdentityHashMap<>();
    private long bytes;
    private boolean forgetful;

    /** A large value: in how many changes, and what it held when it was first seen. */
    private static final class Held {
        final long bytes;
        int times;

        Held(long bytes) {
            this.bytes = bytes;
        }
    }

    /** @param most in bytes: what large values of the changes may hold together */
    public UndoStack(long most) {
        this.most = most;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether there were more, which had to be let go. */
    public boolean isForgetful() {
        return forgetful;
    }

    /** The last change stays, however much it holds. */
    public void push(History.Change change) {
        changes.push(change);
        change.variables().values().forEach(this::take);
        while (changes.size() > FARTHEST || bytes > most && changes.size() > 1) {
            History.Change oldest = changes.removeLast();
            oldest.variables().values().forEach(this::leave);
            oldest.variables().clear();
            forgetful = true;
        }
    }

    public History.Change pop() {
        History.Change change = changes.pop();
        change.variables().values().forEach(this::leave);
        return change;
    }

    /** All of them, to be put back. */
    Deque<History.Change> copy() {
        return new ArrayDeque<>(changes);
    }

    void putBack(Deque<History.Change> copied) {
        changes.clear();
        large.clear();
        bytes = 0;
        copied.descendingIterator().forEachRemaining(this::push);
    }

    private void take(Object value) {
        Held held = large.get(value);
        long size = held == null ? size(value) : held.bytes;
        if (size < SMALL) {
            return;
        } else if (held == null) {
            held = new Held(size);
            large.put(value, held);
            bytes += size;
        }
        held.times++;
    }

    private void leave(Object value) {
        Held held = large.get(value);
        if (held != null && --held.times == 0) {
            large.remove(value);
            bytes -= held.bytes;
        }
    }

    private static long size(Object value) {
        if (value == null) {
            return 0;
        } else if (value.getClass().isArray()) {
            Class<?> of = value.getClass().getComponentType();
            long each = of == byte.class || of == boolean.class ? 1 : of == short.class || of == char.class ? 2 : of == int.class || of == float.class || !of.isPrimitive() ? 4 : 8;
            return Array.getLength(value) * (of.isArray() && Array.getLength(value) > 0 ? 16 + size(Array.get(value, 0)) : each);
        } else if (value instanceof CharSequence text && value.getClass().getName().startsWith("java.")) {
            return text.length();
        } else if (value.getClass().getName().startsWith("java.util.")) {
            return 32L * (value instanceof Collection<?> c ? c.size() : value instanceof Map<?, ?> map ? map.size() : 0);
        }
        return 0;
    }
}
