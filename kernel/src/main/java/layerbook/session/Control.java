package layerbook.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;

/**
 * How JShell has its snippets carried out: in this process, by a worker thread, and so that the value itself comes back and not
 * its text.
 */
final class Control implements ExecutionControl, ExecutionControlProvider {
    private final SnippetLoader loader;
    private final Worker worker;
    private Object value;
    private String valueText;
    private Throwable thrown;

    Control(URL[] classPath, Worker worker) {
        this.loader = new SnippetLoader(classPath, Control.class.getClassLoader());
        this.worker = worker;
    }

    /** The value of the last snippet, or null. */
    Object value() {
        return value;
    }

    /** Its text; written on the worker, since {@code toString} is user code too. */
    String valueText() {
        return valueText;
    }

    /** What the last snippet threw, or null. */
    Throwable thrown() {
        return thrown;
    }

    /** Forgets the value and the exception of the snippet before. */
    void begin() {
        value = null;
        valueText = "null";
        thrown = null;
    }

    @Override public String name() {
        return "layerbook";
    }

    @Override public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }

    @Override public void load(ClassBytecodes[] classes) throws ClassInstallException {
        for (ClassBytecodes each : classes) {
            loader.announce(each.name(), each.bytecodes());
        }
        boolean[] loaded = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                loader.loadClass(classes[i].name());
                loaded[i] = true;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException(e.toString(), loaded);
            }
        }
    }

    @Override public void redefine(ClassBytecodes[] classes) throws ClassInstallException, NotImplementedException {
        throw new NotImplementedException("a redefined class is a new class here");
    }

    @Override public String invoke(String className, String methodName) throws RunException {
        try {
            Method method = loader.loadClass(className).getDeclaredMethod(methodName);
            method.setAccessible(true);
            worker.call(() -> {
                value = method.invoke(null);
                valueText = Values.text(value);
                return null;
            });
            return "";
        } catch (InvocationTargetException e) {
            throw failed(e.getCause());
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private RunException failed(Throwable e) {
        if (e instanceof SPIResolutionException unresolved) {
            thrown = e;
            return new ResolutionException(unresolved.id(), unresolved.getStackTrace());
        }
        Throwable real = e instanceof ExceptionInInitializerError && e.getCause() != null ? e.getCause() : e;
        thrown = real;
        StackTraceElement[] stack = real.getStackTrace();
        return new UserException(String.valueOf(real.getMessage()), real.getClass().getName(),
            stack.length == 0 ? new StackTraceElement[] {new StackTraceElement("none", "none", "none", 0)} : stack);
    }

    /** The static field of a snippet's class that holds a variable. */
    Object read(String className, String name) throws ReflectiveOperationException {
        var field = loader.loadClass(className).getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }

    @Override public String varValue(String className, String name) throws InternalException {
        try {
            return Values.text(read(className, name));
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
    }

    @Override public void addToClasspath(String path) throws NotImplementedException {
        throw new NotImplementedException("the class path is given when the session opens");
    }

    @Override public void stop() {
        worker.interrupt();
    }

    @Override public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override public void close() {}
}
