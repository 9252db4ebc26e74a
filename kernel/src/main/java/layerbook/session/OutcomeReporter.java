package layerbook.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.layers.Catalogue;
import layerbook.net.NetworkBuilder;
import layerbook.session.errors.DiagnosticTranslator;
import layerbook.session.errors.Problems;
import layerbook.session.errors.Python;
import layerbook.session.errors.PythonKeywordArguments;
import layerbook.session.errors.PythonNames;
import layerbook.session.errors.RefusalTranslator;
import layerbook.session.errors.UnfinishedDeclarations;
import layerbook.session.jshell.ExecutionThreads;
import layerbook.session.jshell.Shells;
import layerbook.session.jshell.SnippetControl;
import layerbook.session.jshell.Variables;
import layerbook.session.output.Outcome;
import layerbook.session.output.Output;
import layerbook.session.output.Problem;
import layerbook.session.output.ValueText;
import layerbook.session.output.View;
import layerbook.session.text.Declarators;
import layerbook.session.text.Statement;
import layerbook.session.words.ValueDisplay;
import layerbook.shape.Refusal;
import layerbook.table.Tabular;

/** What there is to say when a statement was carried out: its value, what it declared, or what went wrong; a value that is a layer goes to the network. */
final class OutcomeReporter {
    /** So many characters of a stack trace are shown. */
    private static final int MOST_TOLD = 100_000;

    private final Engine engine;
    private final Shells shells;
    private final Variables variables;
    private final ExecutionThreads workshop;
    private final NetworkBuilder book;
    private final UnfinishedDeclarations unfinished;
    private final DiagnosticTranslator compilerSays;
    private Throwable lastThrown;
    private String lastDiagnostics = "";

    OutcomeReporter(Engine engine, Shells shells, Variables variables, ExecutionThreads workshop) {
        this.engine = engine;
        this.shells = shells;
        this.variables = variables;
        this.workshop = workshop;
        book = engine.echo().book();
        unfinished = new UnfinishedDeclarations(engine);
        compilerSays = new DiagnosticTranslator(engine);
    }

    /** {@code relu();} inside braces is Java and does nothing, {@code padding=1} in brackets is Java and something else than is meant. */
    void warn(Statement statement) {
        PythonKeywordArguments.in(statement.source(), new PythonNames(engine)).ifPresent(book::warn);
        if (statement.source().indexOf('{') >= 0) {
            DroppedLayers.layers(statement.source(), word -> Catalogue.find(word).isPresent() && !shells.declares(Snippet.Kind.METHOD, word))
                .forEach(layer -> book.warn(layer + " inside braces is made and dropped; add(" + layer + ") adds it to the network"));
        }
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
        return ValueText.cut(text.toString().stripTrailing(), MOST_TOLD);
    }

    /** @param alone whether it was the only declaration of its statement */
    Outcome outcome(Statement statement, Declarators.Apart taken, SnippetEvent event, boolean alone, boolean replaced) {
        SnippetControl control = shells.control();
        Snippet snippet = event.snippet();
        if (event.status() == Snippet.Status.REJECTED) {
            return Outcome.failed(rejected(statement, taken, snippet));
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
            Outcome came = value(statement, name, expression, expression && !assigned, value, alone ? control.valueText() : ValueText.text(value));
            if (came.problem().isPresent()) {
                dropTemporary(snippet);
            }
            return came;
        }
        return Outcome.showing(declared(event, replaced));
    }

    private void dropTemporary(Snippet snippet) {
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            variables.drop(((VarSnippet) snippet).name());
            shells.shell().drop(snippet);
        }
    }

    /** Something ran into a method or class that uses a name nobody declared yet. */
    private Problem undeclared(Statement statement, DeclarationSnippet declared) {
        DiagnosticTranslator.Said said = unfinished.said(UnfinishedDeclarations.what(declared), declared, statement.source());
        return Problems.whole("runtime", said.message(), statement, said.details(), said.fix(), null);
    }

    private Problem rejected(Statement statement, Declarators.Apart taken, Snippet snippet) {
        lastThrown = null;
        lastDiagnostics = shells.shell().diagnostics(snippet).map(d -> d.getMessage(Locale.ENGLISH)).collect(Collectors.joining("\n"));
        Optional<Diag> first = shells.shell().diagnostics(snippet).filter(Diag::isError).findFirst();
        return first.map(diag -> compilerSays.problem(statement, taken, diag))
            .orElseGet(() -> Problems.whole("compile", "this is not a Java statement", statement, List.of(), null, null));
    }

    /** What was carried out has thrown something: a stop, a refusal, or what only Java has words for. */
    Outcome threw(Statement statement, Throwable thrown, Supplier<Problem> otherwise) {
        lastThrown = thrown;
        engine.history().fail();
        Problem stopped = Problems.stopped(statement, thrown);
        if (stopped != null) {
            return Outcome.failed(stopped);
        }
        Refusal refusal = RefusalTranslator.behind(thrown);
        return Outcome.failed(refusal != null ? RefusalTranslator.framed(statement, refusal, engine.echo().state()) : otherwise.get());
    }

    /** @param adds whether a layer would go to the network: an assignment is an expression that adds nothing */
    Outcome value(Statement statement, String name, boolean expression, boolean adds, Object value, String said) {
        String text = said;
        if (adds && ValueDisplay.isAddable(value)) {
            return add(statement, value);
        }
        if (!adds) {
            book.hold(name, value);
            if (value instanceof Convention own) {
                Conventions.named(own, book);
            }
        }
        if (ValueDisplay.isSilent(value)) {
            return new Outcome(List.of(), expression, value, text, Optional.empty());
        }
        Output laid = expression ? ValueDisplay.shown(value) : null;
        if (laid != null && !(value instanceof Tabular)) {
            text = laid.plain(View.PLAIN);
        }
        Output shown = laid != null ? laid : new Output.Value(name, text, value);
        return new Outcome(List.of(shown), expression, value, laid != null ? laid.plain(View.PLAIN) : text, Optional.empty());
    }

    /** A bare layer, unit or sequence goes to the network of the last input. */
    Outcome add(Statement statement, Object value) {
        try {
            workshop.call(() -> book.add(value));
            return new Outcome(List.of(), false, value, null, Optional.empty());
        } catch (Throwable e) {
            return threw(statement, e, () -> Problems.whole("runtime", ValueText.thrown(e), statement, List.of(), null, e));
        }
    }

    private List<Output> declared(SnippetEvent event, boolean replaced) {
        if (!(event.snippet() instanceof DeclarationSnippet snippet) || event.status() == Snippet.Status.NONEXISTENT
                || event.snippet().kind() == Snippet.Kind.IMPORT) {
            return List.of();
        }
        String verb = !event.previousStatus().isActive() && !replaced ? "created" : snippet instanceof MethodSnippet ? "modified" : "replaced";
        String text = verb + " " + UnfinishedDeclarations.what(snippet);
        if (event.status() == Snippet.Status.VALID) {
            return List.of(new Output.Value("", text, null));
        }
        text += ", however, it cannot be used until " + String.join(", ", unfinished.missing(snippet)) + " is declared";
        Stream<Output> python = Python.read(snippet.source(), new PythonNames(engine)).stream().map(said -> new Output.Warning(said.why().get(0)));
        return Stream.concat(Stream.of(new Output.Value("", text, null)), python).toList();
    }
}
