package layerbook.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tree of modules as PyTorch walks it: a list of modules is a module too, and a parent has each child once, under however many names. */
final class Tree {
    private final Map<Object, Integer> visits = new IdentityHashMap<>();
    private final Set<Object> above = Collections.newSetFromMap(new IdentityHashMap<>());

    private Tree() {}

    /** How often the walk from this model comes by each unit and model. */
    static Map<Object, Integer> visits(Object model) {
        var tree = new Tree();
        tree.visit(model);
        return tree.visits;
    }

    private void visit(Object module) {
        if (!above.add(module)) {
            return;
        }
        visits.merge(module, 1, Integer::sum);
        if (Members.layer(module) != null) {
            visits.merge(Members.layer(module), 1, Integer::sum);
        }
        children(module).forEach(this::visit);
        above.remove(module);
    }

    private static Set<Object> children(Object module) {
        Set<Object> children = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object value : values(module)) {
            if (value instanceof Unit || value instanceof Model || holdsModules(value)) {
                children.add(value);
            }
        }
        return children;
    }

    /** What a list, or a map, or a model in its fields, holds. */
    private static List<Object> values(Object module) {
        var out = new ArrayList<Object>();
        if (module instanceof Iterable<?> several && !(module instanceof java.nio.file.Path)) {
            several.forEach(out::add);
        } else if (module instanceof Object[] array) {
            Collections.addAll(out, array);
        } else if (module instanceof Map<?, ?> map) {
            out.addAll(map.values());
        } else if (module instanceof Model model) {
            model.declaredMembers().forEach(e -> out.add(e.getValue()));
        }
        return out;
    }

    private static boolean holdsModules(Object value) {
        return !(value instanceof Model) && values(value).stream().anyMatch(v -> v instanceof Unit || v instanceof Model || holdsModules(v));
    }
}
