package layerbook.session.jshell;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.session.text.SimpleStatement;

/**
 * Where the user's variables live: each in a static field of the class that its statement was compiled to. When JShell compiles a
 * variable anew (since a method that its declaration uses was changed, say), its value moves to the new field. A variable of a {@link SimpleStatement} has no class
 * until a snippet mentions it.
 */
public final class Variables implements History.Slots {
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final List<String> lost = new ArrayList<>();

    /** Those that any code may assign. Of the others we know what was assigned: thousands of them cost a statement nothing. */
    private final Map<String, Slot> fields = new LinkedHashMap<>();
    private final Set<Slot> assigned = new LinkedHashSet<>();
    private final Set<String> created = new HashSet<>();

    /** Takes note of a class that was loaded; its fields are where these variables live from now on. Says how many there are. */
    synchronized int loaded(Class<?> type) {
        int found = 0;
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                moveTo(Slot.of(field));
                found++;
            }
        }
        return found;
    }

    private void moveTo(Slot slot) {
        Slot old = slots.put(slot.name(), slot);
        fields.put(slot.name(), slot);
        if (old == null) {
            created.add(slot.name());
            slot.seen = slot.get();
            return;
        }
        slot.seen = old.isField() || assigned.contains(old) ? old.seen : old.get();
        if (!slot.put(old.get())) {
            lost.add(slot.name());
        }
    }

    /** Takes note of a variable that no class was compiled for yet; it has the value of the one before it if its type allows, else what Java gives to a field. */
    synchronized void hold(String name, Class<?> type) {
        Slot slot = Slot.of(name, type);
        Slot old = slots.put(name, slot);
        fields.remove(name);
        if (old == null) {
            created.add(name);
        } else {
            slot.seen = old.get();
            slot.put(old.get());
            assigned.add(slot);
        }
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
    public synchronized List<String> takeLost() {
        List<String> names = List.copyOf(lost);
        lost.clear();
        return names;
    }

    public synchronized boolean has(String name) {
        return slots.containsKey(name);
    }

    /** The value of a variable; null if there is none of this name. */
    public synchronized Object get(String name) {
        Slot slot = slots.get(name);
        return slot == null ? null : slot.get();
    }

    /** Gives a variable a value; says whether it took it. */
    synchronized boolean set(String name, Object value) {
        Slot slot = slots.get(name);
        if (slot == null) {
            return false;
        }
        if (!slot.isField() && !assigned.contains(slot)) {
            slot.seen = slot.get();
            assigned.add(slot);
        }
        return slot.put(value);
    }

    public synchronized void drop(String name) {
        slots.remove(name);
        fields.remove(name);
    }

    public synchronized List<String> names() {
        return List.copyOf(slots.keySet());
    }

    /** The values of the variables that have names of the user's. */
    @Override public synchronized Map<String, Object> values() {
        var out = new LinkedHashMap<String, Object>();
        slots.values().stream().filter(slot -> !slot.name().startsWith("$")).forEach(slot -> out.put(slot.name(), slot.get()));
        return out;
    }

    @Override public synchronized void restore(Map<String, Object> values) {
        values.forEach(this::set);
    }

    /** From now on, what is assigned is a change. */
    @Override public synchronized void settle() {
        fields.values().forEach(slot -> slot.seen = slot.get());
        assigned.clear();
        created.clear();
    }

    /** Whether there are variables with names that were not there when it was {@link #settle settled}. */
    @Override public synchronized boolean grew() {
        return created.stream().anyMatch(name -> !name.startsWith("$"));
    }

    /** The variables that were there when it was {@link #settle settled} and have been assigned since, with the values that they had. */
    @Override public synchronized Map<String, Object> changes() {
        var before = new LinkedHashMap<String, Object>();
        fields.values().forEach(slot -> note(slot, before));
        assigned.forEach(slot -> note(slot, before));
        return before;
    }

    private void note(Slot slot, Map<String, Object> before) {
        if (!created.contains(slot.name()) && slots.get(slot.name()) == slot && slot.isChanged()) {
            before.put(slot.name(), slot.seen);
        }
    }
}
