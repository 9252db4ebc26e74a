package layerbook.session;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import layerbook.session.jshell.ClassRenaming;
import layerbook.session.jshell.Declaration;
import layerbook.session.jshell.DeclaredNames;
import layerbook.session.jshell.ExecutionThreads;
import layerbook.session.jshell.FastPath;
import layerbook.session.jshell.History;
import layerbook.session.jshell.InheritedClassFiles;
import layerbook.session.jshell.OwnJars;
import layerbook.session.jshell.SharedClasses;
import layerbook.session.jshell.ShellInstance;
import layerbook.session.jshell.Shells;
import layerbook.session.jshell.SnippetControl;
import layerbook.session.jshell.SnippetLoader;
import layerbook.session.jshell.StatementReader;
import layerbook.session.jshell.Unresolved;
import layerbook.session.jshell.Variables;
import layerbook.session.output.Outcome;
import layerbook.session.output.PrintedOutput;
import layerbook.session.output.Settings;
import layerbook.session.output.StandardStreams;
import layerbook.session.output.ValueText;
import layerbook.session.python.PythonSession;
import layerbook.session.text.Statement;
import layerbook.session.words.Nn;

/** JShell, with our way of running snippets: the parts that read a statement, carry it out and tell what came of it, and what they share. */
final class Engine implements AutoCloseable, DeclaredNames {
    private final layerbook.net.NetworkBuilder book = new layerbook.net.NetworkBuilder();
    private final Echo echo = new Echo(book);
    private final Variables variables = new Variables();
    private final ReentrantLock compiling = new ReentrantLock();
    private final ExecutionThreads workshop;
    private final History history;
    private final Cells cells;
    private final Shells shells;
    private final AtomicInteger temporary = new AtomicInteger();
    private final FastPath direct;
    private final StatementReader reading;
    private final OutcomeReporter telling;
    private final StatementRunner running;
    private final PythonSession python;

    Engine(Settings settings, PrintedOutput printing) {
        workshop = new ExecutionThreads(() -> {
            StandardStreams.enter(printing);
            book.bind();
        });
        python = new PythonSession(new SharedNames(), settings.importing() ? List.of(settings.directory()) : List.of());
        history = new History(book, variables);
        cells = new Cells(book, history, variables, this::declared);
        var loader = new SnippetLoader(urls(settings.classPath()), Engine.class.getClassLoader());
        var library = new SharedClasses();
        String classPath = classPath(settings.classPath());
        var own = OwnJars.of(classPath);
        var jars = new AtomicReference<javax.tools.StandardJavaFileManager>();
        shells = new Shells(Nn.class, library, loader::staticFields, number -> new ShellInstance(number, Nn.class,
            new SnippetControl(new ClassRenaming(number), loader, library, variables, workshop, compiling), classPath, new InheritedClassFiles(own, jars), this::temporary));
        reading = shells.reader();
        direct = new FastPath(Nn.class, shells, variables, this::temporary);
        telling = new OutcomeReporter(this, shells, variables, workshop);
        running = new StatementRunner(shells, direct, variables, workshop, compiling, telling);
    }

    /** Makes the first shell. What needs no compiler can run before. */
    void open() {
        shells.open();
    }

    /** A name for the value of an expression. */
    private String temporary() {
        String name;
        do {
            name = "$" + temporary.incrementAndGet();
        } while (variables.has(name));
        return name;
    }

    private static URL[] urls(List<Path> paths) {
        var urls = new ArrayList<URL>();
        for (Path path : paths) {
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("not a class path entry: " + path, e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static String classPath(List<Path> more) {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return more.stream().map(p -> java.io.File.pathSeparator + p).collect(Collectors.joining("", own, ""));
    }

    /** Whether it is the compiler that one waits for. */
    boolean isCompiling() {
        return compiling.isLocked();
    }

    /** What can say whether a text is whole, and cut it into statements. */
    StatementReader reading() {
        return reading;
    }

    /** The Python of this session. */
    PythonSession python() {
        return python;
    }

    /** Runs something of the user's, so that it can be stopped. */
    <T> T user(Callable<T> work) throws Throwable {
        return workshop.call(work);
    }

    /** Java's names as Python sees them. */
    private final class SharedNames implements PythonSession.JavaNames {
        private static final Set<String> CLASSES = Set.of("System", "Math", "String", "Integer", "Long", "Double", "List", "Map", "Set", "Arrays", "Object", "BigInteger", "Thread");
        private Set<String> words;

        @Override public boolean isDeclared(String name) {
            return variables.has(name) || shells.declared().stream().anyMatch(d -> d.name().equals(name));
        }

        @Override public boolean isWord(String name) {
            if (words == null) {
                words = new HashSet<>(CLASSES);
                for (var method : Nn.class.getMethods()) {
                    words.add(method.getName());
                }
                for (var field : Nn.class.getFields()) {
                    words.add(field.getName());
                }
            }
            return words.contains(name) || Character.isUpperCase(name.charAt(0)) && words.contains(name.toLowerCase(java.util.Locale.ROOT))
                || Character.isUpperCase(name.charAt(0)) && words.contains(Character.toLowerCase(name.charAt(0)) + name.substring(1));
        }

        @Override public boolean hasVariable(String name) {
            return variables.has(name);
        }

        @Override public Object valueOf(String variable) {
            return variables.get(variable);
        }

        @Override public void assign(String variable, Class<?> type, Object value) {
            direct.assign(variable, type, value);
            book.hold(variable, value);
        }
    }

    History history() {
        return history;
    }

    Cells cells() {
        return cells;
    }

    /** The value of a variable, or null if there is none of this name. */
    @Override public Object valueOf(String name) {
        return variables.get(name);
    }

    /** The user's variables, as the jshell tool lists them. */
    String variableList() {
        List<String> order = variables.names();
        return shells.declared().stream().filter(Declaration::isVariable).sorted(Comparator.comparingInt(v -> order.indexOf(v.name()))).map(v -> v.type() + " " + v.name() + " = " + ValueText.text(variables.get(v.name()))).collect(Collectors.joining("\n"));
    }

    /** The imports, as they would be typed; those that every session begins with are named together. */
    String importList() {
        String given = "  (from the start: " + String.join(", ", ShellInstance.IMPORTS) + ", " + Nn.class.getName() + ", and the words of Layerbook)";
        String own = shells.importTexts().stream().map(i -> i + "\n").collect(Collectors.joining());
        return own + given;
    }

    /** Carries out a whole text, so that it can be stopped. */
    <T> T whole(Callable<T> text) throws Throwable {
        return workshop.isInside() ? text.call() : workshop.whole(text);
    }

    Echo echo() {
        return echo;
    }

    /** How a text may go on, as the compiler knows it; it gets to know the variables that stand in the text. */
    Shells.Suggestions suggestions(String text) {
        return compiling(() -> shells.suggestions(text));
    }

    /** The signatures of what stands at the end of a text. */
    List<String> signatures(String text) {
        return compiling(() -> shells.signatures(text));
    }

    private <T> T compiling(Supplier<T> something) {
        compiling.lock();
        try {
            return something.get();
        } finally {
            compiling.unlock();
        }
    }

    @Override public Optional<Unresolved> unresolved(Declaration.Kind kind, String name) {
        return shells.unresolved(kind, name);
    }

    @Override public boolean isStatement(String text) {
        return reading.isStatement(text);
    }

    @Override public boolean compiles(String text) {
        return compiling(() -> shells.compiles(text));
    }

    /** Begins to list all classes there are, imported or not; returns at once. */
    void index() {
        shells.index();
    }

    /** The full names of the classes that the simple name at the end of this code could mean; waits until all classes are listed. */
    @Override public List<String> qualified(String code) {
        return shells.qualified(code, workshop::isStopped);
    }

    /** How many shells have gone before the one that takes the next statement. */
    int shellNumber() {
        return shells.number();
    }

    /** Lets a new shell take over, which happens by itself every some hundred statements; says whether it did. */
    boolean renew() {
        return compiling(shells::renew);
    }

    /** All that the user has declared and that holds. */
    @Override public List<Declaration> declared() {
        return shells.declared();
    }

    /** Whether this thread was left behind, see {@link ExecutionThreads#isLeftBehind}. */
    boolean isLeftBehind() {
        return workshop.isLeftBehind();
    }

    /** Compiles and runs one statement. */
    Outcome run(Statement statement) {
        return running.run(statement);
    }

    /** Whether a statement would be carried out without the compiler. */
    boolean isDirect(String statement) {
        return direct.plan(statement).isPresent();
    }

    /** All that Java has to say on the last error: a stack trace, or the compiler's own words; empty if nothing went wrong. */
    String why() {
        return telling.why();
    }

    /** What is kept of an error, for those who ask why. */
    void failed(Throwable thrown) {
        telling.failed(thrown);
    }

    void interrupt() {
        workshop.interrupt();
    }

    @Override public void close() {
        shells.close();
        workshop.close();
    }
}
