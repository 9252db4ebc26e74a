package layerbook.session.jshell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Variables that were declared without the compiler, and that no shell has had to know yet; oldest first. */
final class UncompiledVariables {
    private static final Pattern DECLARES_TYPE = Pattern.compile("\\b(?:class|interface|record|enum)\\b|\\bimport\\b");

    private final Map<String, Declaration> variables = new LinkedHashMap<>();

    synchronized void add(Declaration variable) {
        variables.put(variable.name(), variable);
    }

    synchronized boolean has(String name) {
        return variables.containsKey(name);
    }

    synchronized List<Declaration> all() {
        return List.copyOf(variables.values());
    }

    /** Takes out those that a text mentions; and if it may give another meaning to the name of a type, those of that type. */
    synchronized List<Declaration> takeMentioned(String text) {
        if (variables.isEmpty()) {
            return List.of();
        }
        var words = Declaration.names(text);
        boolean types = DECLARES_TYPE.matcher(text).find();
        var taken = new ArrayList<Declaration>();
        words.stream().map(variables::remove).filter(java.util.Objects::nonNull).forEach(taken::add);
        if (types) {
            List<Declaration> ofType = variables.values().stream().filter(v -> v.uses().stream().anyMatch(type -> isDeclared(type, text))).toList();
            ofType.forEach(v -> taken.add(variables.remove(v.name())));
        }
        return taken;
    }

    private static boolean isDeclared(String type, String text) {
        return Pattern.compile("\\b(?:class|interface|record|enum)\\s+" + type + "\\b|\\bimport\\b.*(?:\\.\\*|\\b" + type + ")\\s*;").matcher(text).find();
    }
}
