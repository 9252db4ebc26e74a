package layerbook.session.jshell;

import java.util.HashSet;
import java.util.Set;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import layerbook.session.text.JavaText;

/**
 * Something that the user declared: what is listed, what completion offers, and what is carried over when one shell follows another.
 *
 * @param parameters the types of a method's parameters, else empty
 * @param type a variable's type as one would write it, else empty
 * @param uses the names that the declaration mentions: when one of them is declared anew, so is this
 */
public record Declaration(Kind kind, String name, String parameters, String type, String source, Set<String> uses) {
    /** What is declared. */
    public enum Kind {
        VARIABLE, METHOD, TYPE;

        static Kind of(Snippet snippet) {
            return switch (snippet.kind()) {
                case VAR -> VARIABLE;
                case METHOD -> METHOD;
                case TYPE_DECL -> TYPE;
                default -> throw new IllegalArgumentException("declares nothing: " + snippet.kind());
            };
        }
    }

    static Declaration of(PersistentSnippet snippet) {
        String type = snippet instanceof VarSnippet v ? v.typeName() : "";
        String parameters = snippet instanceof MethodSnippet m ? m.parameterTypes() : "";
        return new Declaration(Kind.of(snippet), snippet.name(), parameters, type, snippet.source(), names(snippet instanceof VarSnippet ? type : snippet.source()));
    }

    /** A variable that no compiler has seen; {@code byName} says whether its type was written down, and so changes with what the name stands for. */
    static Declaration variable(String type, String name, boolean byName) {
        return new Declaration(Kind.VARIABLE, name, "", type, type + " " + name, byName ? names(type) : Set.of());
    }

    /** The words in a text, keywords aside. */
    public static Set<String> names(String java) {
        var found = new HashSet<String>();
        JavaText.cut(java, p -> {
            if (p.kind() == JavaText.Kind.WORD) {
                found.add(java.substring(p.from(), p.to()));
            }
        });
        return found;
    }

    public boolean isVariable() {
        return kind == Kind.VARIABLE;
    }

    /** Whether the other stands in the place of this one. */
    boolean isReplacedBy(Declaration other) {
        return kind == other.kind && name.equals(other.name) && parameters.equals(other.parameters);
    }

    /** What declares it anew without running anything. */
    String restated() {
        return isVariable() ? type + " " + name + ";" : source;
    }
}
