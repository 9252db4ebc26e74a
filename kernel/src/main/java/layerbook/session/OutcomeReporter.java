package layerbook.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import layerbook.session.errors.VerifiedFixes;
import layerbook.session.jshell.Declaration;
import layerbook.session.jshell.Diagnostic;
import layerbook.session.jshell.Evaluated;
import layerbook.session.jshell.ExecutionThreads;
import layerbook.session.jshell.Shells;
import layerbook.session.jshell.SnippetControl;
import layerbook.session.jshell.Unresolved;
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
    private final VerifiedFixes verified;
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
        verified = new VerifiedFixes(engine);
    }

    /** {@code relu();} inside braces is Java and does nothing, {@code padding=1} in brackets is Java and something else than is meant. */
    void warn(Statement statement) {
        PythonKeywordArguments.in(statement.source(), new PythonNames(engine)).ifPresent(book::warn);
        if (statement.source().indexOf('{') >= 0) {
            DroppedLayers.layers(statement.source(), word -> Catalogue.find(word).isPresent() && !shells.declares(Declaration.Kind.METHOD, word))
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

    /** Something that was not Java's has thrown this; the network is as it was before. */
    void failed(Throwable thrown) {
        lastThrown = thrown;
        engine.history().fail();
    }

    /** @param alone whether it was the only declaration of its statement */
    Outcome outcome(Statement statement, Declarators.Apart taken, Evaluated came, boolean alone) {
        SnippetControl control = shells.control();
        if (came.isRejected()) {
            return Outcome.failed(rejected(statement, taken, came));
        }
        if (came.hasThrown()) {
            came.dropTemporary(variables); // there is no value that it could have
            return threw(statement, control.thrown(), () -> came.ranInto().map(declared -> undeclared(statement, declared))
                .orElseGet(() -> Problems.runtime(statement, came, control.thrown())));
        }
        if (came.isValue()) {
            Object value = alone ? control.value() : variables.get(came.variable());
            String text = alone ? control.valueText() : ValueText.text(value);
            Outcome outcome = value(statement, came.variable(), came.isExpression(), came.isExpression() && !came.isAssignment(), value, text);
            if (outcome.problem().isPresent()) {
                came.dropTemporary(variables);
            }
            return outcome;
        }
        return Outcome.showing(declared(came));
    }

    /** Something ran into a method or class that uses a name nobody declared yet. */
    private Problem undeclared(Statement statement, Unresolved declared) {
        DiagnosticTranslator.Said said = unfinished.said(declared, statement.source());
        return Problems.whole("runtime", said.message(), statement, said.details(), said.fix(), null);
    }

    private Problem rejected(Statement statement, Declarators.Apart taken, Evaluated came) {
        lastThrown = null;
        lastDiagnostics = came.diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining("\n"));
        return came.diagnostics().stream().filter(Diagnostic::isError).findFirst().map(first -> verified.verified(compilerSays.problem(statement, taken, first)))
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
        return Outcome.failed(refusal != null ? verified.verified(RefusalTranslator.framed(statement, refusal, engine.echo().state())) : otherwise.get());
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

    private List<Output> declared(Evaluated came) {
        Optional<Unresolved> declaration = came.declaration();
        if (declaration.isEmpty()) {
            return List.of();
        }
        String text = came.verb() + " " + declaration.get().what();
        if (came.isUsable()) {
            return List.of(new Output.Value("", text, null));
        }
        text += ", however, it cannot be used until " + String.join(", ", unfinished.missing(declaration.get())) + " is declared";
        Stream<Output> python = Python.read(declaration.get().source(), new PythonNames(engine)).stream().map(said -> new Output.Warning(said.why().get(0)));
        return Stream.concat(Stream.of(new Output.Value("", text, null)), python).toList();
    }
}
