package layerbook.session.jshell;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/** What a session knows by name: the user's declarations, the values of variables, and the classes on the class path. */
public interface DeclaredNames {
    /** The shell that the next statement would go to. */
    JShell shell();

    /** All that the user has declared and that holds. */
    List<Declaration> declared();

    /** The names of the user's variables, methods or types. */
    default List<String> declared(Snippet.Kind kind) {
        return declared().stream().filter(d -> d.kind() == kind).map(Declaration::name).toList();
    }

    /** The full names of the classes that the simple name at the end of this code could mean. */
    List<String> qualified(String code);

    /** The value of a variable, or null if there is none of this name. */
    Object valueOf(String name);
}
