package layerbook.session.jshell;

import java.lang.reflect.Array;
import java.lang.reflect.Field;

/** Where the value of a variable is: in a field, or, while no class has been compiled for it, in the one place of an array of its type. */
final class Slot {
    private final String name;
    private final Field field;
    private final Object held;

    /** The value when changes were last counted from. */
    Object seen;

    private Slot(String name, Field field, Object held) {
        this.name = name;
        this.field = field;
        this.held = held;
    }

    static Slot of(Field field) {
        field.setAccessible(true);
        return new Slot(field.getName(), field, null);
    }

    static Slot of(String name, Class<?> type) {
        return new Slot(name, null, Array.newInstance(type, 1));
    }

    String name() {
        return name;
    }

    /** Whether others than we can assign it. */
    boolean isField() {
        return field != null;
    }

    Class<?> type() {
        return field == null ? held.getClass().getComponentType() : field.getType();
    }

    boolean hasParameters() {
        return field != null && field.getGenericType() != field.getType();
    }

    Object get() {
        try {
            return field == null ? Array.get(held, 0) : field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a snippet's field is closed to us: " + name, e);
        }
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

    boolean isChanged() {
        return !same(seen, get());
    }

    /** Only values of Java's own are compared by what they say: a user's {@code equals} may do anything. */
    static boolean same(Object before, Object now) {
        boolean plain = before instanceof Number || before instanceof Boolean || before instanceof Character || before instanceof String;
        return before == now || plain && now != null && before.getClass() == now.getClass() && before.getClass().getName().startsWith("java.lang.") && before.equals(now);
    }
}
