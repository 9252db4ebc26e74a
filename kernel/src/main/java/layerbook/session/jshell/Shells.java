package layerbook.session.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import layerbook.session.jshell.InheritedDeclarations.Known;

/**
 * The shells of a session, one after the other. A JShell gets slower with each statement (it lists every class that it ever made, and imports every
 * variable by name, for each further one), so after some hundred of them a new one takes its place, made ready in the background. What was declared
 * stays where it is: classes, methods and variables are not compiled again but imported, so instances stay instances and values stay
 * values. Only what mentions a name that is declared anew is compiled again, as JShell itself does it.
 */
public final class Shells implements AutoCloseable {
    /**
     * What came of a statement.
     *
     * @param results one for each snippet of the statement
     * @param declared the variables that it declared
     * @param tooLarge what the compiler says if it could write no class for the statement, since a method or a text in it is too large
     */
    public record Evaluation(List<Evaluated> results, Set<String> declared, Optional<String> tooLarge) {
        public static final Evaluation NOTHING = new Evaluation(List.of(), Set.of(), Optional.empty());
    }

    /** How heavy a shell gets before the next one is made ready, and before it takes over, see {@link SnippetControl#weight}. */
    private static final int PREPARE = 700;
    private static final int RENEW = 1000;

    /** In nanoseconds: so long the list of all classes is waited for. */
    private static final long INDEX_PATIENCE = 10_000_000_000L;

    /** In bytes; a heap that holds less is not looked through. */
    private static final long MUCH = 72L << 20;

    private final IntFunction<ShellInstance> maker;
    private final SharedClasses library;
    private final Handover handover;
    private final CompletableFuture<ShellInstance> first = new CompletableFuture<>();
    private final UncompiledVariables pending = new UncompiledVariables();
    private final UserNames shadows = new UserNames();
    private volatile ShellInstance now;
    private CompletableFuture<ShellInstance> next;
    private int patience = 1;
    private volatile InheritedDeclarations carried = new InheritedDeclarations();

    /**
     * @param words the class whose static members are the words that a user types
     * @param fieldsOf the names of a class's static fields
     */
    public Shells(Class<?> words, SharedClasses library, Function<String, Set<String>> fieldsOf, IntFunction<ShellInstance> maker) {
        this.library = library;
        handover = new Handover(words, library, fieldsOf);
        this.maker = maker;
    }

    /** Makes the first shell, which takes a while; whoever wants a shell before waits for it. */
    public void open() {
        try {
            ShellInstance made = maker.apply(0);
            made.enter(library.files(List.of(), name -> true, Map.of()));
            made.bring("import static " + SharedClasses.OBJECTS + ".*;");
            now = made;
            first.complete(made);
        } catch (Throwable e) {
            first.completeExceptionally(e);
        }
    }

    private ShellInstance now() {
        return now == null ? first.join() : now;
    }

    /** The number of the current shell, from 0. */
    public int number() {
        return now().number();
    }

    /** Has the shell of the day list all classes there are, see {@link ShellInstance#index}. */
    public void index() {
        now().index();
    }

    public SnippetControl control() {
        return now().control();
    }

    /** What the user has declared that changes the meaning of a word. */
    UserNames shadows() {
        return shadows;
    }

    // ---- variables that no shell knows yet

    /** Takes note of a variable that was not compiled; a shell gets to know it when a text mentions it. */
    void hold(Declaration variable) {
        pending.add(variable);
    }

    boolean isHeld(String variable) {
        return pending.has(variable);
    }

    /** Whether all that was declared is compiled: if not, a new name may be what it waits for, and what is called may be a part that only JShell knows the lack of. */
    boolean isWhole() {
        return !shadows.isUnfinished() || now().shell().snippets().noneMatch(s -> isUnfinished(now().shell().status(s)));
    }

    public static boolean isUnfinished(Snippet.Status status) {
        return status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    }

    /** Lets the shell of the day know the variables that a text mentions: a class has them as fields, and nothing is compiled. */
    public void reveal(String text) {
        List<Declaration> mentioned = pending.takeMentioned(text);
        if (mentioned.isEmpty()) {
            return;
        }
        ShellInstance shell = now();
        String owner = shell.control().declare(mentioned);
        mentioned.forEach(variable -> carried.add(variable, new Known(null, owner)));
        shell.show(library.reveal(mentioned.stream().map(Declaration::name).toList()));
    }

    /** Takes a statement to the shell of the day. */
    public Evaluation eval(String code) {
        now();
        renewWhenDue();
        reveal(code);
        now.control().begin();
        List<SnippetEvent> events = now.shell().eval(code);
        events.forEach(shadows::note);
        boolean replaced = new Redeclaration(now, carried).after(events);
        List<SnippetEvent> own = events.stream().filter(event -> event.causeSnippet() == null).toList();
        Set<String> declared = own.stream().filter(e -> e.snippet() instanceof VarSnippet).map(e -> ((VarSnippet) e.snippet()).name()).collect(Collectors.toSet());
        List<Evaluated> results = own.stream().map(event -> new Evaluated(event, now.shell(), replaced)).toList();
        return new Evaluation(results, declared, tooLarge(own));
    }

    /**
     * JShell calls it recoverable when the compiler can write no class, and goes on without a word; its compiler, which is used again and again, keeps the
     * part that did not fit, so another shell takes over.
     */
    private Optional<String> tooLarge(List<SnippetEvent> own) {
        Optional<Snippet> found = own.stream().filter(e -> isUnfinished(e.status())).map(SnippetEvent::snippet)
            .filter(s -> !(s instanceof DeclarationSnippet d) || now.shell().unresolvedDependencies(d).findAny().isEmpty()).findFirst();
        Optional<String> said = found.flatMap(s -> now.shell().diagnostics(s).filter(Diag::isError).findFirst()).map(diag -> diag.getMessage(Locale.ENGLISH));
        if (said.isPresent()) {
            abandon(found.get());
        }
        return said;
    }

    /** The declaration of a type or method of this name that uses a name which nobody has declared. */
    public Optional<Unresolved> unresolved(Declaration.Kind kind, String name) {
        JShell shell = now().shell();
        return shell.snippets().filter(s -> s instanceof DeclarationSnippet d && s.kind() != Snippet.Kind.IMPORT && Declaration.Kind.of(s) == kind && d.name().equals(name)
                && shell.status(s).isActive() && shell.status(s) != Snippet.Status.VALID)
            .map(s -> Unresolved.of((DeclarationSnippet) s, shell)).findFirst();
    }

    /** Reads texts as this shell's parser does. */
    public StatementReader reader() {
        return new StatementReader(() -> now().shell().sourceCodeAnalysis());
    }

    /**
     * How a text may go on, as the compiler knows it.
     *
     * @param from where in the text the continuations begin
     */
    public record Suggestions(int from, List<String> continuations) {}

    public Suggestions suggestions(String text) {
        reveal(text);
        int[] anchor = new int[1];
        List<String> all = now().shell().sourceCodeAnalysis().completionSuggestions(text, text.length(), anchor).stream().map(SourceCodeAnalysis.Suggestion::continuation).toList();
        return new Suggestions(anchor[0], all);
    }

    /** The signatures of what stands at the end of a text. */
    public List<String> signatures(String text) {
        reveal(text);
        return now().shell().sourceCodeAnalysis().documentation(text, text.length(), false).stream().map(SourceCodeAnalysis.Documentation::signature).distinct().toList();
    }

    /** The full names of the classes that the simple name at the end of this code could mean; waits for the list of all classes, but not once it is stopped. */
    public List<String> qualified(String code, BooleanSupplier stopped) {
        index();
        SourceCodeAnalysis.QualifiedNames names = now().shell().sourceCodeAnalysis().listQualifiedNames(code, code.length());
        for (long until = System.nanoTime() + INDEX_PATIENCE; !names.isUpToDate() && System.nanoTime() < until && !stopped.getAsBoolean();) {
            LockSupport.parkNanos(5_000_000);
            names = now().shell().sourceCodeAnalysis().listQualifiedNames(code, code.length());
        }
        return names.getNames();
    }

    /** The user's imports, as typed without their end. */
    public List<String> importTexts() {
        return imports().stream().map(i -> "import " + (i.isStatic() ? "static " : "") + i.fullname()).toList();
    }

    /** Whether the compiler takes this text: asked as an expression, as what a function does, and as members of a class. Nothing of it is carried out. */
    public boolean compiles(String text) {
        String source = text.strip().replaceFirst(";+\\s*$", "");
        reveal(source);
        SourceCodeAnalysis analysis = now().shell().sourceCodeAnalysis();
        return List.of(source, "(java.util.concurrent.Callable<Object>) () -> {\n" + source + ";\nreturn null; }", "new Object() {\n" + source + ";\n}").stream()
            .anyMatch(asked -> analysis.analyzeType(asked, asked.length()) != null);
    }

    /** All that the user has declared and that holds. */
    public List<Declaration> declared() {
        var all = new ArrayList<>(carried.all());
        all.addAll(pending.all());
        if (now != null) {
            all.addAll(now.own().keySet());
        }
        return all;
    }

    public boolean declares(Declaration.Kind kind, String name) {
        return declared().stream().anyMatch(d -> d.kind() == kind && d.name().equals(name));
    }

    /** The user's imports. */
    public List<ImportSnippet> imports() {
        return now().shell().imports().filter(i -> !now.isStandard(i) && !isOurs(i)).toList();
    }

    /** The class that the user has declared by this name, as it was loaded last; null if there is none or if it waits for something. */
    Class<?> typeNamed(String name) {
        if (now == null || !shadows.isType(name)) {
            return null;
        }
        Optional<TypeDeclSnippet> own = now.shell().types().filter(t -> t.name().equals(name)).findFirst();
        Optional<String> owner = own.isPresent() ? own.filter(t -> now.shell().status(t) == Snippet.Status.VALID).map(t -> now.control().latest(t.id()))
            : carried.named(name).stream().filter(d -> d.kind() == Declaration.Kind.TYPE && carried.get(d).owner() != null).map(d -> carried.get(d).owner()).findFirst();
        return owner.map(in -> now.control().loaded(in + "$" + name)).orElse(null);
    }

    // ---- one shell after the other

    private void renewWhenDue() {
        if (next == null && now.control().weight() > PREPARE * patience) {
            next = prepare(now.number() + 1);
        }
        if (next != null && next.isDone() && now.control().weight() > RENEW * patience) {
            CompletableFuture<ShellInstance> ready = next;
            next = null;
            if (!renew(ready)) {
                patience *= 2; // the shell that we have is slow, but right
            }
        }
    }

    /** Takes a snippet out that has spoiled the compiler, and lets another shell take over. */
    public void abandon(Snippet snippet) {
        now().shell().drop(snippet);
        renew();
    }

    /** Lets the next shell take over, due or not; says whether it did. */
    public boolean renew() {
        now();
        CompletableFuture<ShellInstance> ready = next == null ? prepare(now.number() + 1) : next;
        next = null;
        return renew(ready);
    }

    private CompletableFuture<ShellInstance> prepare(int number) {
        var made = new CompletableFuture<ShellInstance>();
        var thread = new Thread(() -> {
            try {
                made.complete(maker.apply(number).warm());
            } catch (Throwable e) {
                made.completeExceptionally(e);
            }
        }, "layerbook-shell");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return made;
    }

    private boolean renew(CompletableFuture<ShellInstance> ready) {
        ShellInstance old = now;
        try {
            ShellInstance fresh = ready.join();
            InheritedDeclarations all = Handover.outOf(old, carried);
            Set<Declaration> unfinished = Handover.unfinished(all);
            carried = handover.into(fresh, imports(), all, all.all().stream().filter(d -> !unfinished.contains(d)).toList());
            now = fresh;
            unfinished.forEach(d -> carried.add(d, Known.NOT));
            unfinished.forEach(new Redeclaration(fresh, carried)::restate);
            old.close();
            sweep();
            return true;
        } catch (RuntimeException e) {
            ready.thenAccept(ShellInstance::close);
            return false;
        }
    }

    /** A shell that has gone leaves much behind, long-lived as it was: the heap would rather grow than look for it. */
    private static void sweep() {
        if (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() > MUCH) {
            var thread = new Thread(System::gc, "layerbook-sweep");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static boolean isOurs(ImportSnippet snippet) {
        return snippet.fullname().startsWith(ClassRenaming.PACKAGE + ".$JShell$") || snippet.fullname().startsWith(SharedClasses.VARIABLES);
    }

    @Override public void close() {
        if (next != null) {
            next.thenAccept(ShellInstance::close);
        }
        first.thenAccept(made -> now.close());
    }
}
