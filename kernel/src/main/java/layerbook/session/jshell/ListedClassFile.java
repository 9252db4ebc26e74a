package layerbook.session.jshell;

import java.util.ArrayList;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/**
 * A class file of the JDK that knows its class's name, since it was listed by its package. The compiler asks for the name of each file that is listed, a
 * thousand at the start, and javac's own file manager makes a regular expression each time before it answers.
 */
final class ListedClassFile extends ForwardingJavaFileObject<JavaFileObject> {
    private final String binaryName;

    private ListedClassFile(JavaFileObject file, String binaryName) {
        super(file);
        this.binaryName = binaryName;
    }

    String binaryName() {
        return binaryName;
    }

    /** The files of a package, those of classes with their names. */
    static Iterable<JavaFileObject> all(String inPackage, Iterable<?> files) {
        var listed = new ArrayList<JavaFileObject>();
        for (Object each : files) {
            JavaFileObject file = (JavaFileObject) each;
            String name = file.getName();
            boolean known = file.getKind() == JavaFileObject.Kind.CLASS && name.endsWith(".class") && name.endsWith(inPackage.replace('.', '/') + name.substring(name.lastIndexOf('/')));
            listed.add(known ? new ListedClassFile(file, inPackage + "." + name.substring(name.lastIndexOf('/') + 1, name.length() - ".class".length())) : file);
        }
        return listed;
    }

    /** The arguments of a call as the standard file manager knows them. */
    static Object[] unwrapped(Object[] arguments) {
        Object[] plain = arguments;
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            if (arguments[i] instanceof ListedClassFile listed) {
                plain = plain == arguments ? arguments.clone() : plain;
                plain[i] = listed.fileObject;
            }
        }
        return plain;
    }
}
