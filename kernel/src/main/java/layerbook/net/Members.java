package layerbook.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model holds: units, models, bare weights and lists of them, with their names as in PyTorch's {@code named_modules} and {@code named_parameters}. */
public final class Members {
    /**
     * A unit or model with its dotted name; the same one can stand under several names.
     *
     * @param path its name; of the layer that a model itself is, the model's name, which is empty for the outermost
     * @param parent the model that holds it
     */
    public record Member(String path, Object unitOrModel, Object parent) {
        /** Whether it is no module inside the parent: a bare weight, or the layer that the parent itself is. */
        public boolean isOwn() {
            return unitOrModel instanceof Unit unit && (unit.layer() instanceof FreeTensor || parent instanceof Model m && m.declaredUnit() == unit);
        }
    }

    private Members() {}

    /** All members of a model, outer ones first, one line for each name under which something stands. */
    public static List<Member> of(Object model) {
        var out = new ArrayList<Member>();
        collect(model, "", out, new IdentityHashMap<>());
        return out;
    }

    private static void collect(Object model, String path, List<Member> out, Map<Object, Boolean> above) {
        if (above.put(model, true) != null) {
            return;
        }
        for (Member m : direct(model, path)) {
            out.add(m);
            if (m.unitOrModel() instanceof Model inner) {
                collect(inner, m.path(), out, above);
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

    /** The name of its class in tables. */
    public static String className(Model model) {
        return model.declaredClassName();
    }

    /** What it is to tools that print a tree of modules. */
    public static ModelRole role(Object model) {
        return model instanceof Model m ? m.declaredRole() : ModelRole.MODULE;
    }

    /** The layer that the model itself is, or null. */
    public static Unit layer(Object model) {
        return model instanceof Model m ? m.declaredUnit() : null;
    }

    private static List<Member> direct(Object model, String path) {
        var out = new ArrayList<Member>();
        if (model instanceof Model m) {
            if (m.declaredUnit() != null) {
                out.add(new Member(path, m.declaredUnit(), model));
            }
            m.declaredMembers().forEach(e -> value(path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), model, out));
        }
        return out;
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
        } else if (value instanceof Optional<?> perhaps) {
            perhaps.ifPresent(v -> value(path, v, parent, out));
        } else if (value instanceof Object[] array) {
            value(path, Arrays.asList(array), parent, out);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> value(path + "." + k, v, parent, out));
        }
    }
}
