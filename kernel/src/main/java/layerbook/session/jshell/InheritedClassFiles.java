package layerbook.session.jshell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Shows a compiler some class files besides those of its class path: a file manager in front of the standard one. It also keeps JShell from listing
 * every class of the JDK and of all jars in the background, until somebody wants a name from that list: it is a fifth of what a short run costs.
 */
public final class InheritedClassFiles implements InvocationHandler {
    /** Where the bytes of a class are. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** A class as a compiler reads it. */
    static final class ClassFile extends SimpleJavaFileObject {
        private final String name;
        private final Source code;

        ClassFile(String name, Source code) {
            super(URI.create("carried:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
            this.name = name;
            this.code = code;
        }

        String packageName() {
            return name.substring(0, name.lastIndexOf('.'));
        }

        @Override public InputStream openInputStream() throws IOException {
            return code.open();
        }
    }

    /** Packages that are ours alone: the jars need not be looked through for them, which the compiler would do for each statement. */
    private static final Set<String> OURS = Set.of(ClassRenaming.PACKAGE, "carried");

    static final String CLASS_PATH = "-classpath";
    private static final Set<String> CLASS_PATHS = Set.of(CLASS_PATH, "-cp", "--class-path");

    private final OwnJars own;
    private final Map<String, byte[]> shown = new LinkedHashMap<>();
    private volatile Map<String, List<ClassFile>> files = Map.of();
    private final AtomicReference<StandardJavaFileManager> shared;
    private String classPath;
    private boolean lookedThrough;
    private volatile boolean indexed;
    private volatile Thread asking;

    /**
     * @param own the jars that our own packages are in, which are then not looked for in all others
     * @param shared the file manager of all shells of a session: the first shell's own, for the lists of what is in the jars are as large as all else in a shell
     */
    public InheritedClassFiles(OwnJars own, AtomicReference<StandardJavaFileManager> shared) {
        this.own = own;
        this.shared = shared;
    }

    /** From now on the compiler finds these, too, or in the place of those with the same names. Into packages other than {@link ClassRenaming#PACKAGE} it must not have looked before. */
    synchronized void show(Map<String, byte[]> classes) {
        shown.putAll(classes);
        files = shown.entrySet().stream().map(e -> new ClassFile(e.getKey(), () -> new ByteArrayInputStream(e.getValue()))).collect(Collectors.groupingBy(ClassFile::packageName));
    }

    StandardJavaFileManager before(StandardJavaFileManager manager) {
        shared.compareAndSet(null, manager);
        return (StandardJavaFileManager) Proxy.newProxyInstance(InheritedClassFiles.class.getClassLoader(), new Class<?>[] {StandardJavaFileManager.class}, this);
    }

    /** Lets JShell list all classes; {@code again} makes it look, by the only way there is: as if the class path had changed, which it does not. */
    synchronized void index(Runnable again) {
        if (!indexed) {
            indexed = true;
            asking = Thread.currentThread();
            try {
                again.run();
            } finally {
                asking = null;
            }
        }
    }

    private boolean isOurs(String name) {
        return OURS.contains(name) || own.decide(name);
    }

    private List<ClassFile> classes(String name) {
        return OURS.contains(name) ? files.getOrDefault(name, List.of()) : own.classes(name);
    }

    /** Every task of the compiler, and there are three for a statement, says the class path again: it is looked through once, and not before somebody asks for it. */
    private boolean classPath(String said) {
        if (!said.equals(classPath)) {
            classPath = said;
            lookedThrough = false;
        }
        return true;
    }

    private void lookThrough() {
        if (classPath != null && !lookedThrough) {
            lookedThrough = shared.get().handleOption(CLASS_PATH, List.of(classPath).iterator());
        }
    }

    @Override public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("inferBinaryName") && arguments[1] instanceof ClassFile file) {
            return file.name;
        }
        if (method.getName().equals("inferBinaryName") && arguments[1] instanceof ListedClassFile file) {
            return file.binaryName();
        }
        if (method.getName().equals("list") && arguments[0] == StandardLocation.CLASS_PATH && isOurs((String) arguments[1])) {
            return ((Set<?>) arguments[2]).contains(JavaFileObject.Kind.CLASS) ? classes((String) arguments[1]) : List.of();
        }
        if (method.getName().equals("getClassLoader") && arguments[0] == StandardLocation.CLASS_PATH) {
            return ClassLoader.getPlatformClassLoader(); // asked for by who looks for plug-ins of the compiler, in every jar and for every statement
        }
        if (method.getName().equals("getLocationAsPaths") && !indexed) {
            return List.of(); // only JShell's index asks for these
        }
        if (method.getName().equals("handleOption") && Thread.currentThread() == asking) {
            return true;
        }
        if (method.getName().equals("handleOption") && CLASS_PATHS.contains(arguments[0])) {
            return classPath(((Iterator<?>) arguments[1]).next().toString());
        }
        if (method.getName().equals("close")) {
            return null; // others read by it too
        }
        StandardJavaFileManager standard = shared.get();
        try {
            synchronized (standard) {
                if (arguments != null && arguments[0] == StandardLocation.CLASS_PATH) {
                    lookThrough();
                }
                Object found = method.invoke(standard, ListedClassFile.unwrapped(arguments));
                return method.getName().equals("list") ? ListedClassFile.all((String) arguments[1], (Iterable<?>) found) : found;
            }
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
