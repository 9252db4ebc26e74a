package layerbook.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.net.Members;
import layerbook.net.Model;

/**
 * The tree of modules that PyTorch would have: models, layers, and the lists between them. A module that stands at several places has a node for each;
 * which one runs follows from the modules that run around it. Source: torchinfo 1.8.0, {@code resolve_layer_context}.
 */
final class ModuleTree {
    /** A place in the tree. The module is a unit, a model, or for a list its place. */
    static final class Node {
        final Node parent;
        final String name;
        final int depth;
        final Map<String, Node> children = new LinkedHashMap<>();
        private Object module;

        private Node(Node parent, String name, Object module) {
            this.parent = parent;
            this.name = name;
            this.module = module == null ? this : module;
            this.depth = parent == null ? 0 : parent.depth + 1;
        }

        Object module() {
            return module;
        }

        /** Whether it only keeps others together. */
        boolean isList() {
            return module == this;
        }

        /** PyTorch's class for it, if it is a list. */
        String listClass() {
            return children.keySet().stream().allMatch(k -> k.chars().allMatch(Character::isDigit)) ? "ModuleList" : "ModuleDict";
        }

        /** The modules below it that are no lists. */
        List<Object> modules() {
            var out = new ArrayList<Object>();
            children.values().forEach(c -> {
                if (c.isList()) {
                    out.addAll(c.modules());
                } else {
                    out.add(c.module);
                }
            });
            return out;
        }

        /** The place of that dotted name below this one; lists on the way are made. */
        private Node at(String path, Object there) {
            Node node = this;
            for (String segment : path.split("\\.")) {
                Node from = node;
                node = node.children.computeIfAbsent(segment, s -> new Node(from, s, null));
            }
            node.module = there;
            return node;
        }
    }

    private final Node root;
    private final Map<Object, List<Node>> places = new IdentityHashMap<>();
    private final Deque<Node> running = new ArrayDeque<>();
    private final Map<Object, Integer> runs = new IdentityHashMap<>();

    /** The tree below a model, or below a sequence of rows that were typed. */
    ModuleTree(Object module) {
        root = new Node(null, "", module);
        places.put(module, new ArrayList<>(List.of(root)));
        if (module instanceof Model model) {
            Members.of(model).stream().filter(m -> !m.isOwn()).forEach(m -> places.computeIfAbsent(m.unitOrModel(), k -> new ArrayList<>()).add(root.at(m.path(), m.unitOrModel())));
        }
    }

    Node root() {
        return root;
    }

    /** A module begins to run: its place. What no model holds stands in the module that runs, by its name there. */
    Node begin(Object module, String name) {
        List<Node> known = places.computeIfAbsent(module, m -> new ArrayList<>(List.of(running.peek().at(free(running.peek(), name), m))));
        Node node = known.size() == 1 || running.isEmpty() ? known.get(0) : chosen(known);
        running.push(node);
        runs.merge(node.module, 1, Integer::sum);
        return node;
    }

    /** The module that began last has ended. */
    void end() {
        runs.merge(running.pop().module, -1, Integer::sum);
    }

    /** The place whose nearest module that runs is the one that runs last. */
    private Node chosen(List<Node> known) {
        for (Node place : known) {
            Node above = place.parent;
            while (above != null && runs.getOrDefault(above.module, 0) == 0) {
                above = above.parent;
            }
            if (above != null && above.module == running.peek().module) {
                return place;
            }
        }
        return known.get(0);
    }

    /** A name that nothing else has there: layers that are made at each run may be called alike. */
    private static String free(Node where, String name) {
        String free = name;
        for (int i = 2; taken(where, free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private static boolean taken(Node where, String path) {
        Node node = where;
        for (String segment : Arrays.asList(path.split("\\."))) {
            node = node.children.get(segment);
            if (node == null) {
                return false;
            }
        }
        return true;
    }
}
