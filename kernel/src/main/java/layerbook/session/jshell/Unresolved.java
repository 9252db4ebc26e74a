package layerbook.session.jshell;

import java.util.List;
import java.util.Locale;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/**
 * A declaration by its kind and name, and the names it uses that nobody has declared.
 *
 * @param what its kind and name: {@code class Net}, {@code method f(int)}
 * @param missing what nobody has declared, as the compiler words it; empty if it can be used
 */
public record Unresolved(String name, String what, String source, List<String> missing) {
    static Unresolved of(DeclarationSnippet snippet, JShell shell) {
        return new Unresolved(snippet.name(), what(snippet), snippet.source(), shell.unresolvedDependencies(snippet).toList());
    }

    private static String what(Snippet snippet) {
        if (snippet instanceof MethodSnippet method) {
            return "method " + method.name() + "(" + method.parameterTypes() + ")";
        }
        if (snippet instanceof TypeDeclSnippet type) {
            String kind = snippet.subKind().name();
            return kind.substring(0, kind.indexOf('_')).toLowerCase(Locale.ROOT) + " " + type.name();
        }
        return ((DeclarationSnippet) snippet).name();
    }
}
