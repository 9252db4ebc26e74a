package layerbook.session;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Shows a compiler some class files besides those of its class path: a file manager in front of the standard one. */
final class CarriedFiles implements InvocationHandler {
    private static final class ClassFile extends SimpleJavaFileObject {
        private final String name;
        private final byte[] code;

        ClassFile(String name, byte[] code) {
            super(URI.create("carried:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
            this.name = name;
            this.code = code;
        }

        String packageName() {
            return name.substring(0, name.lastIndexOf('.'));
        }

        @Override public InputStream openInputStream() {
            return new ByteArrayInputStream(code);
        }
    }

    private volatile List<ClassFile> files = List.of();
    private StandardJavaFileManager standard;

    /** From now on the compiler finds these. It must not have looked into their packages before. */
    void show(Map<String, byte[]> classes) {
        files = classes.entrySet().stream().map(e -> new ClassFile(e.getKey(), e.getValue())).toList();
    }

    StandardJavaFileManager before(StandardJavaFileManager manager) {
        standard = manager;
        return (StandardJavaFileManager) Proxy.newProxyInstance(CarriedFiles.class.getClassLoader(), new Class<?>[] {StandardJavaFileManager.class}, this);
    }

    @Override public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("inferBinaryName") && arguments[1] instanceof ClassFile file) {
            return file.name;
        }
        Object found;
        try {
            found = method.invoke(standard, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        return method.getName().equals("list") && arguments[0] == StandardLocation.CLASS_PATH && !files.isEmpty() ? with(found, (String) arguments[1], arguments[2]) : found;
    }

    private Object with(Object found, String packageName, Object kinds) {
        if (!((Set<?>) kinds).contains(JavaFileObject.Kind.CLASS)) {
            return found;
        }
        var all = new ArrayList<JavaFileObject>();
        files.stream().filter(f -> f.packageName().equals(packageName)).forEach(all::add);
        if (all.isEmpty()) {
            return found;
        }
        ((Iterable<?>) found).forEach(each -> all.add((JavaFileObject) each));
        return all;
    }
}
