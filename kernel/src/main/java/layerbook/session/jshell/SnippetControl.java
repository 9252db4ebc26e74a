package layerbook.session.jshell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;
import layerbook.session.output.ValueText;

/**
 * How JShell has its snippets carried out: in this process, by a worker thread, and so that the value itself comes back and not
 * its text.
 */
public final class SnippetControl implements ExecutionControl, ExecutionControlProvider {
    private static final int VARIABLE = 9;

    private final SnippetLoader loader;
    private final Variables variables;
    private final ExecutionThreads workshop;
    private final ReentrantLock compiling;
    private final SharedClasses library;
    private final ClassRenaming renaming;
    private final Map<String, String> latest = new HashMap<>();
    private volatile boolean live;
    private boolean executes = true;
    private int weight;
    private int holders;
    private Object value;
    private String valueText;
    private Throwable thrown;

    public SnippetControl(ClassRenaming renaming, SnippetLoader loader, SharedClasses library, Variables variables, ExecutionThreads workshop, ReentrantLock compiling) {
        this.renaming = renaming;
        this.loader = loader;
        this.library = library;
        this.variables = variables;
        this.workshop = workshop;
        this.compiling = compiling;
    }

    /** The value of the last snippet, or null. */
    public Object value() {
        return value;
    }

    /** Its text; written on the worker, since {@code toString} is user code too. */
    public String valueText() {
        return valueText;
    }

    /** What the last snippet threw, or null. */
    public Throwable thrown() {
        return thrown;
    }

    /** Until then, what the shell wants to have loaded and carried out is passed over. */
    void enter() {
        live = true;
    }

    /** Whether what is loaded is also carried out. */
    void execute(boolean yes) {
        executes = yes;
    }

    boolean isLive() {
        return live;
    }

    /** How much there is by now that slows each further statement down: classes, and variables, which weigh ten times as much. */
    int weight() {
        return weight;
    }

    /** The class that was last loaded of the snippet with this number. */
    String latest(String snippet) {
        return latest.get(snippet);
    }

    /** A class of a snippet; null if there is none of this name. */
    Class<?> loaded(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** Forgets the value and the exception of the snippet before. */
    public void begin() {
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
        if (!live) {
            return;
        }
        List<ClassBytecodes> renamed = Arrays.stream(classes).map(c -> new ClassBytecodes(renaming.loaded(c.name()), renaming.loaded(c.bytecodes()))).toList();
        library.add(renamed);
        renamed.forEach(c -> loader.announce(c.name(), StopCheckWeaver.weave(c.bytecodes(), library)));
        boolean[] loaded = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                Class<?> type = loader.loadClass(renamed.get(i).name());
                weight++;
                if (type.getEnclosingClass() == null) {
                    weight += VARIABLE * variables.loaded(type);
                    ClassRenaming.snippets(classes[i].name()).forEach(number -> latest.put(number, type.getName()));
                }
                loaded[i] = true;
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new ClassInstallException(e.toString(), loaded);
            }
        }
    }

    /** Makes a class of which these variables are the fields, and says its name. */
    String declare(List<Declaration> fresh) {
        String name = renaming.holder(++holders);
        byte[] code = SharedClasses.holder(name, fresh.stream().collect(Collectors.toMap(Declaration::name, v -> variables.typeOf(v.name()), (a, b) -> b, LinkedHashMap::new)));
        library.add(List.of(new ClassBytecodes(name, code)));
        loader.announce(name, code);
        weight += VARIABLE * variables.loaded(loaded(name));
        return name;
    }

    @Override public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException("a redefined class is a new class here");
    }

    @Override public String invoke(String className, String methodName) throws RunException {
        if (!live || !executes) {
            return "";
        }
        int held = release();
        try {
            Method method = loader.loadClass(renaming.loaded(className)).getDeclaredMethod(methodName);
            method.setAccessible(true);
            workshop.call(() -> {
                value = method.invoke(null);
                valueText = ValueText.text(value);
                return null;
            });
            return "";
        } catch (InvocationTargetException e) {
            throw failed(e.getCause());
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            for (int i = 0; i < held; i++) {
                compiling.lock();
            }
        }
    }

    /** While user code runs, others may ask JShell for completions. */
    private int release() {
        int held = compiling.getHoldCount();
        for (int i = 0; i < held; i++) {
            compiling.unlock();
        }
        return held;
    }

    private RunException failed(Throwable e) {
        thrown = e;
        StackTraceElement[] stack = Arrays.stream(e.getStackTrace())
            .map(f -> new StackTraceElement(renaming.inShell(f.getClassName()), f.getMethodName(), f.getFileName(), f.getLineNumber()))
            .toArray(StackTraceElement[]::new);
        if (e instanceof SPIResolutionException unresolved) {
            return new ResolutionException(unresolved.id(), stack);
        }
        return new UserException(String.valueOf(ValueText.message(e)), e.getClass().getName(),
            stack.length == 0 ? new StackTraceElement[] {new StackTraceElement("none", "none", "none", 0)} : stack);
    }

    @Override public String varValue(String className, String name) {
        return "";   // asked for by nobody: values are read from the fields themselves
    }

    @Override public void addToClasspath(String path) throws NotImplementedException {
        throw new NotImplementedException("the class path is given when the session opens");
    }

    @Override public void stop() {
        workshop.interrupt();
    }

    @Override public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override public void close() {}
}
