package layerbook.session.jshell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.ImportSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** What the user has declared that may give another meaning to a word or to the name of a type. It only grows: what was declared once is left to the compiler. */
final class UserNames {
    private final Set<String> methods = ConcurrentHashMap.newKeySet();
    private final Set<String> types = ConcurrentHashMap.newKeySet();
    private volatile boolean anyMethod;
    private volatile boolean anyType;
    private volatile boolean unfinished;

    void note(SnippetEvent event) {
        unfinished |= Shells.isUnfinished(event.status());
        if (event.snippet() instanceof ImportSnippet imported) {
            boolean all = imported.fullname().endsWith("*");
            anyMethod |= imported.isStatic(); // it may bring in variables and types, too
            anyType |= all || imported.isStatic();
            types.add(imported.name());
        } else if (event.snippet() instanceof PersistentSnippet declared) {
            (declared.kind() == Snippet.Kind.METHOD ? methods : types).add(declared.name());
        }
    }

    /** Whether the words of the facade may not be what they were, all of them. */
    boolean isAnyWord() {
        return anyMethod;
    }

    boolean isMethod(String name) {
        return methods.contains(name);
    }

    boolean isType(String name) {
        return anyType || types.contains(name);
    }

    /** Whether something was ever declared that mentions a name which did not exist. */
    boolean isUnfinished() {
        return unfinished;
    }
}
