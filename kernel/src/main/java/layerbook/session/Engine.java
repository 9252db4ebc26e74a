package layerbook.session;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** JShell, with our way of running snippets: takes one Java statement and says what came of it. */
final class Engine implements AutoCloseable {
    /** So many characters of a stack trace are shown. */
    private static final int MOST_TOLD = 100_000;
    private static final String INDENT = "    ";
    /** So many statements of a text are looked at before it is run, which takes half a second; of the others one knows only whether their brackets close. */
    private static final int LOOKED_AT = 2000;
    private static final long INDEX_PATIENCE = 10_000_000_000L;

    /** What came of a statement: the outputs to show, whether it was an expression with a value, or a problem. */
    record Outcome(List<Output> outputs, boolean expression, Object value, String valueText, Optional<Problem> problem) {
        /** This and what came after it: {@code int a = 1, b = 2} is one statement that declares two. */
        Outcome and(Outcome next) {
            return new Outcome(Stream.concat(outputs.stream(), next.outputs.stream()).toList(), next.expression, next.value, next.valueText, problem.or(next::problem));
        }

        /** The same, with more to show behind what it shows. */
        Outcome after(List<Output> more) {
            return more.isEmpty() ? this : new Outcome(Stream.concat(outputs.stream(), more.stream()).toList(), expression, value, valueText, problem);
        }
    }

    private final layerbook.net.Book book = new layerbook.net.Book();
    private final Echo echo = new Echo(book);
    private final Variables variables = new Variables();
    private final ReentrantLock compiling = new ReentrantLock();
    private final Workshop workshop;
    private final History history;
    private final Cells cells;
    private final Shells shells;
    private final AtomicInteger temporary = new AtomicInteger();
    private final Unfinished unfinished = new Unfinished(this);
    private final CompilerSays compilerSays = new CompilerSays(this);
    private final Direct direct;
    private Throwable lastThrown;
    private String lastDiagnostics = "";

    Engine(Settings settings, Printing printing) {
        workshop = new Workshop(() -> {
            Streams.enter(printing);
            book.bind();
        });
        history = new History(book, slots());
        cells = new Cells(book, history, slots(), this::declared);
        var loader = new SnippetLoader(urls(settings.classPath()), Engine.class.getClassLoader());
        var library = new Library();
        String classPath = classPath(settings.classPath());
        var own = OwnJars.of(classPath);
        var jars = new AtomicReference<javax.tools.StandardJavaFileManager>();
        shells = new Shells(library, loader::staticFields, number -> new Generation(number,
            new Control(new Renaming(number), loader, library, variables, workshop, compiling), classPath, new CarriedFiles(own, jars), this::temporary));
        direct = new Direct(shells, variables, this::temporary);
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

    /** Reads the text as it would be read to be run: what breaks off wants more lines, a bracket closed too often will never be right. */
    Completeness completeness(String text) {
        var brackets = Brackets.of(text);
        Splitter statements = split(text);
        Optional<Statement> last = Optional.empty();
        boolean wrong = false;
        int looked = 0;
        for (Optional<Statement> next = statements.next(); next.isPresent(); next = statements.next()) {
            if (++looked > LOOKED_AT) {
                return new Completeness(brackets.isOpen() ? Completeness.Status.INCOMPLETE : Completeness.Status.COMPLETE, "");
            }
            last = next;
            wrong |= next.get().kind() == Statement.Kind.JAVA && Phrase.read(next.get().source()).isEmpty()
                && analysis().analyzeCompletion(next.get().source()).completeness() == SourceCodeAnalysis.Completeness.UNKNOWN;
        }
        if (last.isPresent() && last.get().kind() == Statement.Kind.BROKEN_OFF) {
            return new Completeness(Completeness.Status.INCOMPLETE, INDENT.repeat(Math.max(brackets.isOpen() ? 1 : 0, brackets.depth())));
        }
        return new Completeness(wrong || brackets.isTorn() ? Completeness.Status.INVALID : Completeness.Status.COMPLETE, "");
    }

    /** As {@link #completeness}, but the compiler's parser looks at each statement too. */
    Completeness checked(String text) {
        Completeness quick = completeness(text);
        if (quick.status() != Completeness.Status.COMPLETE) {
            return quick;
        }
        Splitter statements = split(text);
        int looked = 0;
        for (Optional<Statement> next = statements.next(); next.isPresent() && ++looked <= LOOKED_AT; next = statements.next()) {
            if (next.get().kind() == Statement.Kind.JAVA && !Grammar.accepts(next.get().code())) {
                return new Completeness(Completeness.Status.INVALID, "");
            }
        }
        return quick;
    }

    /** Whether it is the compiler that one waits for. */
    boolean isCompiling() {
        return compiling.isLocked();
    }

    private SourceCodeAnalysis analysis() {
        return shell().sourceCodeAnalysis();
    }

    Splitter split(String text) {
        return new Splitter(this::analysis, text);
    }

    private History.Slots slots() {
        return new History.Slots() {
            @Override public Map<String, Object> values() {
                var out = new java.util.LinkedHashMap<String, Object>();
                variables.names().stream().filter(n -> !n.startsWith("$")).forEach(n -> out.put(n, variables.get(n)));
                return out;
            }

            @Override public void restore(Map<String, Object> values) {
                values.forEach(variables::set);
            }

            @Override public void settle() {
                variables.settle();
            }

            @Override public Map<String, Object> changes() {
                return variables.changes();
            }

            @Override public boolean grew() {
                return variables.grew();
            }
        };
    }

    History history() {
        return history;
    }

    Cells cells() {
        return cells;
    }

    /** The value of a variable, or null if there is none of this name. */
    Object valueOf(String name) {
        return variables.get(name);
    }

    /** The user's variables, as the jshell tool lists them. */
    String variableList() {
        List<String> order = variables.names();
        return shells.declared().stream().filter(Declared::isVariable).sorted(Comparator.comparingInt(v -> order.indexOf(v.name()))).map(v -> v.type() + " " + v.name() + " = " + Values.text(variables.get(v.name()))).collect(Collectors.joining("\n"));
    }

    /** The imports, as they would be typed; those that every session begins with are named together. */
    String importList() {
        String given = "  (from the start: " + String.join(", ", Generation.IMPORTS) + ", and the words of Layerbook)";
        String own = shells.imports().stream().map(i -> "import " + (i.isStatic() ? "static " : "") + i.fullname() + "\n").collect(Collectors.joining());
        return own + given;
    }

    /** Carries out a whole text, so that it can be stopped. */
    <T> T whole(Callable<T> text) throws Throwable {
        return workshop.isInside() ? text.call() : workshop.whole(text);
    }

    /** All that Java has to say on the last error: a stack trace, or the compiler's own words; empty if nothing went wrong. */
    String why() {
        if (lastThrown == null) {
            return lastDiagnostics;
        }
        var text = new java.io.StringWriter();
        try {
            lastThrown.printStackTrace(new java.io.PrintWriter(text));
        } catch (RuntimeException | Error itsOwnCode) {
            return lastThrown.getClass().getName() + ", which cannot say what it is: its own code throws " + itsOwnCode.getClass().getName();
        }
        return Values.cut(text.toString().stripTrailing(), MOST_TOLD);
    }

    Echo echo() {
        return echo;
    }

    /** The shell that the next statement would go to. */
    JShell shell() {
        return shells.shell();
    }

    /** What can say something about a text; it gets to know the variables that stand in it. */
    SourceCodeAnalysis about(String text) {
        compiling.lock();
        try {
            shells.reveal(text);
        } finally {
            compiling.unlock();
        }
        return analysis();
    }

    /** Begins to list all classes there are, imported or not; returns at once. */
    void index() {
        shells.index();
    }

    /** The full names of the classes that the simple name at the end of this code could mean; waits until all classes are listed. */
    List<String> qualified(String code) {
        shells.index();
        SourceCodeAnalysis.QualifiedNames names = analysis().listQualifiedNames(code, code.length());
        for (long until = System.nanoTime() + INDEX_PATIENCE; !names.isUpToDate() && System.nanoTime() < until && !workshop.isStopped();) {
            LockSupport.parkNanos(5_000_000);
            names = analysis().listQualifiedNames(code, code.length());
        }
        return names.getNames();
    }

    /** Lets a new shell take over, which happens by itself every some hundred statements; says whether it did. */
    boolean renew() {
        compiling.lock();
        try {
            return shells.renew();
        } finally {
            compiling.unlock();
        }
    }

    /** All that the user has declared and that holds. */
    List<Declared> declared() {
        return shells.declared();
    }

    /** The names of the user's variables, methods or types. */
    List<String> declared(Snippet.Kind kind) {
        return declared().stream().filter(d -> d.kind() == kind).map(Declared::name).toList();
    }

    /** Compiles and runs one statement. */
    Outcome run(Statement statement) {
        Optional<Problem> unread = Problems.unread(statement);
        if (unread.isPresent()) {
            return failed(unread.get());
        }
        Optional<Direct.Plan> plan = direct.plan(statement.source());
        if (plan.isPresent()) {
            return directly(statement, plan.get());
        }
        Optional<String> overgrown = Overgrown.in(statement.source());
        if (overgrown.isPresent()) {
            return failed(Problems.overgrown(statement, overgrown.get()));
        }
        Shells.Evaluation came;
        Declarators.Apart taken = Declarators.apart(statement.code());
        compiling.lock();
        try {
            shells.control().begin();
            came = isStopped() ? Shells.Evaluation.NOTHING : Streams.muted(() -> shells.eval(taken.code()));
        } catch (IllegalStateException | InternalError | StackOverflowError e) { // javac 17 does not survive "var v = v", for one
            return failed(Problems.compilerFailed(statement, e));
        } finally {
            compiling.unlock();
        }
        if (isStopped() && shells.control().thrown() == null) {
            return failed(Problems.stopped(statement, new Stop.Stopped()));
        }
        Optional<Problem> unwritten = unwritten(statement, came.events());
        if (unwritten.isPresent()) {
            return failed(unwritten.get());
        }
        List<Output> reset = reset(came.events());
        List<SnippetEvent> own = came.events().stream().filter(event -> event.causeSnippet() == null).toList();
        Outcome all = new Outcome(List.of(), false, null, null, Optional.empty());
        for (SnippetEvent event : own) {
            warnOfDropped(statement, event);
            all = all.and(outcome(statement, taken, event, own.size() == 1, came.replaced()));
        }
        return all.after(reset);
    }

    /** Whether a statement would be carried out without the compiler. */
    boolean isDirect(String statement) {
        return direct.plan(statement).isPresent();
    }

    /** Carries out what needs no compiler. */
    private Outcome directly(Statement statement, Direct.Plan plan) {
        if (isStopped()) {
            return failed(Problems.stopped(statement, new Stop.Stopped()));
        }
        Direct.Given given;
        try {
            given = workshop.call(plan::carryOut);
        } catch (Throwable e) {
            plan.failed();
            Throwable thrown = e instanceof Meaning.Thrown t ? t.getCause() : e;
            return threw(statement, thrown, () -> Problems.thrown(statement, e instanceof Meaning.Thrown t ? t.at : 0, thrown));
        }
        if (isStopped()) {
            plan.failed();
            return failed(Problems.stopped(statement, new Stop.Stopped()));
        }
        if (plan.isAdding() && Echo.isAddable(given.value())) {
            Outcome added = add(statement, given.value());
            if (added.problem().isPresent()) {
                plan.failed(); // what the network refused has no name either
                return added;
            }
            plan.keep(given.value());
            return added;
        }
        plan.keep(given.value());
        return plan.name() == null ? new Outcome(List.of(), false, null, null, Optional.empty())
            : value(statement, plan.name(), plan.isExpression(), plan.isAdding(), given.value(), given.text());
    }

    /**
     * Java that is right and for which the compiler can write no class, since a method or a text in it is too large. JShell calls it recoverable and goes on
     * without a word; its compiler, which is used again and again, keeps the part that did not fit, so another shell takes over.
     */
    private Optional<Problem> unwritten(Statement statement, List<SnippetEvent> events) {
        compiling.lock();
        try {
            Optional<Snippet> found = events.stream().filter(e -> e.causeSnippet() == null && Shells.isUnfinished(e.status())).map(SnippetEvent::snippet)
                .filter(s -> !(s instanceof DeclarationSnippet d) || shell().unresolvedDependencies(d).findAny().isEmpty()).findFirst();
            Optional<Diag> said = found.flatMap(s -> shell().diagnostics(s).filter(Diag::isError).findFirst());
            if (said.isPresent()) {
                shells.abandon(found.get());
            }
            return said.map(diag -> Problems.unwritten(statement, diag.getMessage(java.util.Locale.ENGLISH)));
        } finally {
            compiling.unlock();
        }
    }

    /** A stop that came while the compiler was at work takes effect behind it: nothing more is compiled or run. */
    private boolean isStopped() {
        if (workshop.isLeftBehind()) {
            throw new Stop.Stopped();
        }
        return workshop.isStopped();
    }

    /** Whether this thread was left behind, see {@link Workshop#isLeftBehind}. */
    boolean isLeftBehind() {
        return workshop.isLeftBehind();
    }

    /** Variables whose values do not fit a class that was declared anew are said; a variable that was itself declared anew is meant to change. */
    private List<Output> reset(List<SnippetEvent> events) {
        Set<String> declared = events.stream().filter(e -> e.causeSnippet() == null && e.snippet() instanceof VarSnippet).map(e -> ((VarSnippet) e.snippet()).name()).collect(Collectors.toSet());
        return variables.takeLost().stream().distinct().filter(name -> !declared.contains(name))
            .<Output>map(name -> new Output.Warning(name + " was reset to " + Values.text(variables.get(name)) + ": its value is not of the type as it is now")).toList();
    }

    /** {@code relu();} inside braces is Java and does nothing. */
    private void warnOfDropped(Statement statement, SnippetEvent event) {
        if (event.status() != Snippet.Status.REJECTED && statement.source().indexOf('{') >= 0) {
            Dropped.layers(statement.source(), word -> layerbook.layers.Catalogue.find(word).isPresent() && !declared(Snippet.Kind.METHOD).contains(word))
                .forEach(layer -> book.warn(layer + " inside braces is made and dropped; add(" + layer + ") adds it to the network"));
        }
    }

    private static Outcome failed(Problem problem) {
        return new Outcome(List.of(), false, null, null, Optional.of(problem));
    }

    private Outcome outcome(Statement statement, Declarators.Apart taken, SnippetEvent event, boolean alone, boolean replaced) {
        Control control = shells.control();
        Snippet snippet = event.snippet();
        if (event.status() == Snippet.Status.REJECTED) {
            return failed(rejected(statement, taken, snippet));
        }
        if (event.exception() != null) {
            dropTemporary(snippet); // there is no value that it could have
            return threw(statement, control.thrown(), () -> event.exception() instanceof UnresolvedReferenceException unresolved
                ? undeclared(statement, unresolved.getSnippet()) : Problems.runtime(statement, snippet, event.exception(), control.thrown()));
        }
        if (snippet instanceof VarSnippet || snippet instanceof ExpressionSnippet) {
            String name = snippet instanceof ExpressionSnippet e ? e.name() : ((VarSnippet) snippet).name();
            boolean expression = snippet.subKind() != Snippet.SubKind.VAR_DECLARATION_SUBKIND
                && snippet.subKind() != Snippet.SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND;
            Object value = alone ? control.value() : variables.get(name);
            boolean assigned = snippet.subKind() == Snippet.SubKind.ASSIGNMENT_SUBKIND;
            Outcome came = value(statement, name, expression, expression && !assigned, value, alone ? control.valueText() : Values.text(value));
            if (came.problem().isPresent()) {
                dropTemporary(snippet);
            }
            return came;
        }
        return new Outcome(declared(event, replaced), false, null, null, Optional.empty());
    }

    private void dropTemporary(Snippet snippet) {
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            variables.drop(((VarSnippet) snippet).name());
            shell().drop(snippet);
        }
    }

    /** Something ran into a method or class that uses a name nobody declared yet. */
    private Problem undeclared(Statement statement, DeclarationSnippet declared) {
        CompilerSays.Said said = unfinished.said(Unfinished.what(declared), declared, statement.source());
        return Problems.whole("runtime", said.message(), statement, said.details(), said.fix(), null);
    }

    private Problem rejected(Statement statement, Declarators.Apart taken, Snippet snippet) {
        lastThrown = null;
        lastDiagnostics = shell().diagnostics(snippet).map(d -> d.getMessage(java.util.Locale.ENGLISH)).collect(Collectors.joining("\n"));
        Optional<Diag> first = shell().diagnostics(snippet).filter(Diag::isError).findFirst();
        return first.map(diag -> compilerSays.problem(statement, taken, diag))
            .orElseGet(() -> Problems.whole("compile", "this is not a Java statement", statement, List.of(), null, null));
    }

    /** What was carried out has thrown something: a stop, a refusal, or what only Java has words for. */
    private Outcome threw(Statement statement, Throwable thrown, Supplier<Problem> otherwise) {
        lastThrown = thrown;
        history.fail();
        Problem stopped = Problems.stopped(statement, thrown);
        if (stopped != null) {
            return failed(stopped);
        }
        layerbook.shape.Refusal refusal = Refusals.behind(thrown);
        return failed(refusal != null ? Refusals.framed(statement, refusal, echo.state()) : otherwise.get());
    }

    /** @param adds whether a layer would go to the network: an assignment is an expression that adds nothing */
    private Outcome value(Statement statement, String name, boolean expression, boolean adds, Object value, String said) {
        String text = said;
        if (adds && Echo.isAddable(value)) {
            return add(statement, value);
        }
        if (!adds) {
            book.hold(name, value);
            if (value instanceof layerbook.count.Convention own) {
                layerbook.count.Conventions.named(own, book);
            }
        }
        if (Echo.isSilent(value)) {
            return new Outcome(List.of(), expression, value, text, Optional.empty());
        }
        Output laid = expression ? Echo.shown(value) : null;
        if (laid != null && !(value instanceof layerbook.table.Tabular)) {
            text = laid.plain(View.PLAIN);
        }
        Output shown = laid != null ? laid : new Output.Value(name, text, value);
        return new Outcome(List.of(shown), expression, value, laid != null ? laid.plain(View.PLAIN) : text, Optional.empty());
    }

    /** A bare layer, unit or sequence goes to the network of the last input. */
    private Outcome add(Statement statement, Object value) {
        try {
            workshop.call(() -> book.add(value));
            return new Outcome(List.of(), false, value, null, Optional.empty());
        } catch (Throwable e) {
            return threw(statement, e, () -> Problems.whole("runtime", Problems.text(e), statement, List.of(), null, e));
        }
    }

    private List<Output> declared(SnippetEvent event, boolean replaced) {
        if (!(event.snippet() instanceof DeclarationSnippet snippet) || event.status() == Snippet.Status.NONEXISTENT
                || event.snippet().kind() == Snippet.Kind.IMPORT) {
            return List.of();
        }
        String verb = !event.previousStatus().isActive() && !replaced ? "created" : snippet instanceof MethodSnippet ? "modified" : "replaced";
        String text = verb + " " + Unfinished.what(snippet);
        if (event.status() == Snippet.Status.VALID) {
            return List.of(new Output.Value("", text, null));
        }
        text += ", however, it cannot be used until " + String.join(", ", unfinished.missing(snippet)) + " is declared";
        Stream<Output> python = Python.read(snippet.source(), new PythonNames(this)).stream().map(said -> new Output.Warning(said.why().get(0)));
        return Stream.concat(Stream.of(new Output.Value("", text, null)), python).toList();
    }

    void interrupt() {
        workshop.interrupt();
    }

    @Override public void close() {
        shells.close();
        workshop.close();
    }
}
