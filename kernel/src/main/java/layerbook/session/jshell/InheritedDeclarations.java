package layerbook.session.jshell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.Snippet;

/** What was declared in earlier shells and holds, oldest first; each with how it is known in the shell of the day. */
final class InheritedDeclarations {
    /** @param by the import of its name, or null; @param owner the class that it is in, or null: then it has to be compiled again */
    record Known(Snippet by, String owner) {
        static final Known NOT = new Known(null, null);
    }

    private final Map<Declaration, Known> imports = new LinkedHashMap<>();
    private final Map<String, Set<Declaration>> named = new HashMap<>();
    private final Map<String, Set<Declaration>> users = new HashMap<>();

    /** Adds a declaration; a variable takes the place of one of the same name. */
    synchronized void add(Declaration declared, Known by) {
        replacedBy(declared).forEach(this::remove);
        imports.put(declared, by);
        named.computeIfAbsent(declared.name(), n -> new LinkedHashSet<>()).add(declared);
        declared.uses().forEach(name -> users.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(declared));
    }

    /** Takes a declaration out, and says how it was known. */
    synchronized Known remove(Declaration declared) {
        named.getOrDefault(declared.name(), new HashSet<>()).remove(declared);
        declared.uses().forEach(name -> users.getOrDefault(name, new HashSet<>()).remove(declared));
        return imports.remove(declared);
    }

    synchronized List<Declaration> all() {
        return List.copyOf(imports.keySet());
    }

    synchronized Known get(Declaration declared) {
        return imports.get(declared);
    }

    synchronized Set<Declaration> replacedBy(Declaration by) {
        var found = new HashSet<>(named.getOrDefault(by.name(), Set.of()));
        found.removeIf(d -> !d.isReplacedBy(by));
        return found;
    }

    synchronized List<Declaration> named(String name) {
        return List.copyOf(named.getOrDefault(name, Set.of()));
    }

    /** Those that mention one of the names, or one that does, and so on; oldest first. */
    synchronized Set<Declaration> mentioning(Collection<String> names) {
        var reached = new HashSet<String>();
        var found = new HashSet<Declaration>();
        var open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (reached.add(name)) {
                users.getOrDefault(name, Set.of()).stream().filter(found::add).forEach(d -> open.add(d.name()));
            }
        }
        if (found.isEmpty()) {
            return found;
        }
        var inOrder = new LinkedHashSet<>(imports.keySet());
        inOrder.retainAll(found);
        return inOrder;
    }
}
