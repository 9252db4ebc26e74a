package layerbook.net;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What a model holds: its fields of units, models, bare weights and lists of them, with their names as in PyTorch's named_modules. */
public final class Members {
    /** A unit or model with its dotted name; the same one can stand under several names. */
    public record Member(String path, Object unitOrModel, Object parent) {}

    /** A field's name and what it holds now. */
    record Held(String name, Object value) {}

    private Members() {}

    /** All members of a model, outer ones first, one line for each name under which something stands. */
    public static List<Member> of(Object model) {
        var out = new ArrayList<Member>();
        collect(model, "", out, new IdentityHashMap<>());
        return out;
    }

    private static void collect(Object model, String prefix, List<Member> out, Map<Object, Boolean> above) {
        if (above.put(model, true) != null) {
            return;
        }
        for (Member m : direct(model, prefix)) {
            out.add(m);
            if (m.unitOrModel() instanceof Model inner) {
                collect(inner, m.path() + ".", out, above);
            }
        }
        above.remove(model);
    }

    /** What stands in the model itself, not in what is in it: the path of something in a list has the list's name in front. */
    public static List<Member> direct(Object model) {
        return direct(model, "");
    }

    /** The variable that held it first; null if none did. */
    public static String heldAs(Model model) {
        return model.heldAs();
    }

    private static List<Member> direct(Object model, String prefix) {
        var out = new ArrayList<Member>();
        fields(model).forEach(f -> value(prefix + f.name(), f.value(), model, out));
        return out;
    }

    /** What stands in a model's fields, those of its superclasses first; the members of a sequence by their numbers. */
    static List<Held> fields(Object model) {
        var out = new ArrayList<Held>();
        if (model instanceof Sequential s) {
            for (int i = 0; i < s.members().size(); i++) {
                out.add(new Held(String.valueOf(i), s.members().get(i)));
            }
            return out;
        }
        var classes = new ArrayList<Class<?>>();
        for (Class<?> c = model.getClass(); c != null && c != Model.class && c != Object.class; c = c.getSuperclass()) {
            classes.add(0, c);
        }
        for (Class<?> c : classes) {
            for (Field f : c.getDeclaredFields()) {
                if (!Modifier.isStatic(f.getModifiers()) && !f.isSynthetic()) {
                    out.add(new Held(f.getName(), read(f, model)));
                }
            }
        }
        return out;
    }

    private static Object read(Field f, Object of) {
        try {
            f.setAccessible(true);
            return f.get(of);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private static void value(String path, Object value, Object parent, List<Member> out) {
        if (value instanceof Unit || value instanceof Model) {
            out.add(new Member(path, value, parent));
        } else if (value instanceof Tensor t && t.bareUnit() != null) {
            out.add(new Member(path, t.bareUnit(), parent));
        } else if (value instanceof Iterable<?> several && !(value instanceof java.nio.file.Path)) {
            int i = 0;
            for (Object e : several) {
                value(path + "." + i++, e, parent, out);
            }
        } else if (value instanceof java.util.Optional<?> perhaps) {
            perhaps.ifPresent(v -> value(path, v, parent, out));
        } else if (value instanceof Object[] array) {
            value(path, Arrays.asList(array), parent, out);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> value(path + "." + k, v, parent, out));
        }
    }

    /** Units of the model that its forward did not use belong to its network all the same. */
    static void declare(NetworkBuilder book, Model model, Tensor out) {
        if (book.isInside()) {
            return;
        }
        for (Member m : of(model)) {
            if (m.unitOrModel() instanceof Unit unit && out.call() != null) {
                book.declare(unit, out.call());
            }
        }
    }
}
