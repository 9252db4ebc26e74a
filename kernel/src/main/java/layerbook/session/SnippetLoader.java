package layerbook.session;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds the classes that snippets are compiled to. */
final class SnippetLoader extends URLClassLoader {
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();

    SnippetLoader(URL[] classPath, ClassLoader parent) {
        super("snippets", classPath, parent);
    }

    /** Announces a class: it is defined when it is first asked for. */
    void announce(String name, byte[] code) {
        waiting.put(name, code);
    }

    @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = waiting.remove(name);
        return code == null ? super.findClass(name) : defineClass(name, code, 0, code.length);
    }
}
