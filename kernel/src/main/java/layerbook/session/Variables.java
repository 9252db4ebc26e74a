package layerbook.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the user's variables live: each in a static field of the class that its statement was compiled to. When JShell compiles a
 * variable anew (since a method that its declaration uses was changed, say), its value moves to the new field.
 */
final class Variables {
    private static final class Slot {
        final Field field;
        Object seen;

        Slot(Field field) {
            this.field = field;
        }
    }

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final List<String> lost = new ArrayList<>();

    /** Takes note of a class that was loaded; its fields are where these variables live from now on. Says how many there are. */
    synchronized int loaded(Class<?> type) throws IllegalAccessException {
        int found = 0;
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                field.setAccessible(true);
                moveTo(field);
                found++;
            }
        }
        return found;
    }

    private void moveTo(Field field) throws IllegalAccessException {
        var slot = new Slot(field);
        Slot old = slots.put(field.getName(), slot);
        if (old == null) {
            slot.seen = field.get(null);
            return;
        }
        Object value = old.field.get(null);
        slot.seen = old.seen;
        if (!put(field, value)) {
            lost.add(field.getName());
        }
    }

    /** Puts a value into a field if its type allows. */
    private static boolean put(Field field, Object value) {
        try {
            field.set(null, value);
            return true;
        } catch (IllegalAccessException | IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }

    /** The variables whose values could not be moved since this was last asked. */
    synchronized List<String> takeLost() {
        List<String> names = List.copyOf(lost);
        lost.clear();
        return names;
    }

    synchronized boolean has(String name) {
        return slots.containsKey(name);
    }

    /** The value of a variable; null if there is none of this name. */
    synchronized Object get(String name) {
        Slot slot = slots.get(name);
        try {
            return slot == null ? null : slot.field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a snippet's field is closed to us: " + name, e);
        }
    }

    /** Gives a variable a value; says whether it took it. */
    synchronized boolean set(String name, Object value) {
        Slot slot = slots.get(name);
        return slot != null && put(slot.field, value);
    }

    /** Gives a variable the value that Java gives to a field. */
    synchronized void clear(String name) {
        Slot slot = slots.get(name);
        if (slot != null) {
            put(slot.field, java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(slot.field.getType(), 1), 0));
        }
    }

    synchronized void drop(String name) {
        slots.remove(name);
    }

    synchronized List<String> names() {
        return List.copyOf(slots.keySet());
    }

    /** The variables assigned since this was last asked, with the values that they had before. */
    synchronized Map<String, Object> takeChanges() {
        var before = new LinkedHashMap<String, Object>();
        slots.forEach((name, slot) -> {
            Object now = get(name);
            if (!same(now, slot.seen)) {
                before.put(name, slot.seen);
                slot.seen = now;
            }
        });
        return before;
    }

    private static boolean same(Object a, Object b) {
        boolean boxed = a instanceof Number || a instanceof Boolean || a instanceof Character;
        return a == b || boxed && a.equals(b);
    }
}
