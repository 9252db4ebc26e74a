package layerbook.session;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the user's variables live: each in a static field of the class that its statement was compiled to. When JShell compiles a
 * variable anew (since a method that its declaration uses was changed, say), its value moves to the new field. A variable of a {@link Phrase} has no class
 * until a snippet mentions it.
 */
final class Variables {
    /** Where a value is: in a field, or, while no class has been compiled for it, in the one place of an array of its type. */
    private static final class Slot {
        final Field field;
        final Object held;
        Object seen;

        private Slot(Field field, Object held) {
            this.field = field;
            this.held = held;
        }

        static Slot of(Field field) {
            return new Slot(field, null);
        }

        static Slot of(Class<?> type) {
            return new Slot(null, Array.newInstance(type, 1));
        }

        Class<?> type() {
            return field == null ? held.getClass().getComponentType() : field.getType();
        }

        boolean hasParameters() {
            return field != null && field.getGenericType() != field.getType();
        }

        Object get() throws IllegalAccessException {
            return field == null ? Array.get(held, 0) : field.get(null);
        }

        /** Sets the value if the type allows. */
        boolean put(Object value) {
            try {
                if (field == null) {
                    Array.set(held, 0, value);
                } else {
                    field.set(null, value);
                }
                return true;
            } catch (IllegalAccessException | IllegalArgumentException | NullPointerException e) {
                return false;
            }
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
        var slot = Slot.of(field);
        Slot old = slots.put(field.getName(), slot);
        if (old == null) {
            slot.seen = field.get(null);
            return;
        }
        slot.seen = old.seen;
        if (!slot.put(old.get())) {
            lost.add(field.getName());
        }
    }

    /** Takes note of a variable that no class was compiled for yet; it has the value that Java gives to a field. */
    synchronized void hold(String name, Class<?> type) {
        slots.put(name, Slot.of(type));
    }

    /** A value as a variable of this type has it. */
    static Object converted(Class<?> type, Object value) {
        Object place = Array.newInstance(type, 1);
        Array.set(place, 0, value);
        return Array.get(place, 0);
    }

    /** The type of a variable; null if there is none of this name, or if its type has parameters. */
    synchronized Class<?> typeOf(String name) {
        Slot slot = slots.get(name);
        return slot == null || slot.hasParameters() ? null : slot.type();
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
            return slot == null ? null : slot.get();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a snippet's field is closed to us: " + name, e);
        }
    }

    /** Gives a variable a value; says whether it took it. */
    synchronized boolean set(String name, Object value) {
        Slot slot = slots.get(name);
        return slot != null && slot.put(value);
    }

    /** Gives a variable the value that Java gives to a field. */
    synchronized void clear(String name) {
        Slot slot = slots.get(name);
        if (slot != null) {
            slot.put(Array.get(Array.newInstance(slot.type(), 1), 0));
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
