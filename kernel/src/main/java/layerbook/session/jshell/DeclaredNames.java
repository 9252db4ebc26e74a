package layerbook.session.jshell;

import java.util.List;
import java.util.Optional;

/** What a session knows by name: the user's declarations, the values of variables, and the classes on the class path. */
public interface DeclaredNames {
    /** All that the user has declared and that holds. */
    List<Declaration> declared();

    /** The names of the user's variables, methods or types. */
    default List<String> declared(Declaration.Kind kind) {
        return declared().stream().filter(d -> d.kind() == kind).map(Declaration::name).toList();
    }

    /** The declaration of a type or method of this name that uses a name which nobody has declared. */
    Optional<Unresolved> unresolved(Declaration.Kind kind, String name);

    /** Whether the text is one or several whole statements to Java's parser, whatever its names mean. */
    boolean isStatement(String text);

    /** The full names of the classes that the simple name at the end of this code could mean. */
    List<String> qualified(String code);

    /** The value of a variable, or null if there is none of this name. */
    Object valueOf(String name);

    /** Whether the compiler takes this text, statements or members of a class; nothing of it is carried out. */
    boolean compiles(String text);
}
