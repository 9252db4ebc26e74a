package layerbook.session.jshell;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import layerbook.session.jshell.InheritedClassFiles.ClassFile;

/**
 * The jars that hold Layerbook's own packages. The compiler, asked for a package, opens and lists all jars of the class path, which is a third of what the
 * start of a shell costs; these two are enough for what nearly every statement mentions. Another package is looked for as ever.
 */
public final class OwnJars {
    private static final String OWN = "layerbook";
    private static final String CLASS = ".class";

    private final List<String> paths;
    private Map<String, List<ClassFile>> packages;

    private OwnJars(List<String> paths) {
        this.paths = paths;
    }

    /** Of a class path; knows nothing where parts of it are no jars, for these may hold anything. */
    public static OwnJars of(String classPath) {
        var jars = new ArrayList<String>();
        for (String path : classPath.split(File.pathSeparator)) {
            if (!path.endsWith(".jar") || !new File(path).isFile()) {
                return new OwnJars(List.of());
            }
            if (new File(path).getName().startsWith(OWN)) {
                jars.add(path);
            }
        }
        return new OwnJars(jars);
    }

    /** Whether it is known what the class path has of a package: ours, those that only the JDK may define, and that without a name, whose classes no snippet can mention. */
    boolean decide(String name) {
        return !paths.isEmpty() && (name.isEmpty() || isWithin(name, OWN) || isWithin(name, "java"));
    }

    private static boolean isWithin(String name, String outer) {
        return name.startsWith(outer) && (name.length() == outer.length() || name.charAt(outer.length()) == '.');
    }

    /** The classes of a package that {@link #decide} knows. */
    synchronized List<ClassFile> classes(String name) {
        if (!isWithin(name, OWN)) {
            return List.of();
        }
        if (packages == null) {
            packages = new HashMap<>();
            paths.forEach(this::list);
        }
        return packages.getOrDefault(name, List.of());
    }

    private void list(String path) {
        try {
            var jar = new ZipFile(path); // stays open: the compiler reads classes as it meets them
            jar.stream().map(ZipEntry::getName).filter(n -> n.startsWith(OWN) && n.endsWith(CLASS)).forEach(entry -> {
                String name = entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
                var file = new ClassFile(name, () -> jar.getInputStream(jar.getEntry(entry)));
                packages.computeIfAbsent(file.packageName(), n -> new ArrayList<>()).add(file);
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot read " + path, e);
        }
    }
}
