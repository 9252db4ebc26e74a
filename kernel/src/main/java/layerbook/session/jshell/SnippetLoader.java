package layerbook.session.jshell;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds the classes that snippets are compiled to. */
public final class SnippetLoader extends URLClassLoader {
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();

    public SnippetLoader(URL[] classPath, ClassLoader parent) {
        super("snippets", classPath, parent);
    }

    /** Announces a class: it is defined when it is first asked for. */
    void announce(String name, byte[] code) {
        waiting.put(name, code);
    }

    /** The names of a class's static fields; none if there is no such class. */
    public Set<String> staticFields(String name) {
        try {
            return Arrays.stream(Class.forName(name, false, this).getFields()).filter(f -> Modifier.isStatic(f.getModifiers())).map(Field::getName).collect(Collectors.toSet());
        } catch (ClassNotFoundException | LinkageError e) {
            int dot = name.lastIndexOf('.'); // a class within another is written with a dot, and named with a dollar sign
            return dot < 0 ? Set.of() : staticFields(name.substring(0, dot) + "$" + name.substring(dot + 1));
        }
    }

    @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = waiting.remove(name);
        return code == null ? super.findClass(name) : defineClass(name, code, 0, code.length);
    }
}
