package layerbook.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import layerbook.net.Graph;
import layerbook.session.errors.HiddenCharacters;
import layerbook.session.errors.Problems;
import layerbook.session.jshell.StatementSplitter;
import layerbook.session.jshell.Stop;
import layerbook.session.output.Outcome;
import layerbook.session.output.Output;
import layerbook.session.output.PrintedOutput;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import layerbook.session.python.PythonProblems;
import layerbook.session.python.PythonSession;
import layerbook.session.text.Statement;
import layerbook.session.words.DeferredCommands;
import layerbook.shape.Refusal;
import layerbook.syntax.SourceFile;

/** The course of one text that is run: its statements and commands one after the other, each followed by the rows that it added, up to the first that fails. */
final class TextRunner {
    /** The first line of a cell that is Python whatever it looks like. */
    static final String PYTORCH_CELL = "%%pytorch";

    private final Session session;
    private final Engine engine;
    private final PrintedOutput printing;
    private final Predictions predicting;
    private final boolean inside;
    private final boolean muted;
    private final List<String> warnings = new ArrayList<>();
    private final Graph beginning;
    private Graph shown;
    private Outcome last;
    private int firstLine = 1;
    private Optional<Problem> told = Optional.empty();
    private Optional<Integer> exit = Optional.empty();

    /**
     * @param inside whether a command runs the text, so that nothing is asked and what it prints last is not the end
     * @param muted whether the rows that are added are not shown
     */
    TextRunner(Session session, PrintedOutput printing, Predictions predicting, boolean inside, boolean muted) {
        this.session = session;
        this.engine = session.engine();
        this.printing = printing;
        this.predicting = predicting;
        this.inside = inside;
        this.muted = muted;
        beginning = graph();
        shown = beginning;
    }

    private Graph graph() {
        return engine.echo().book().graph();
    }

    Result run(String text) {
        if (text.startsWith(PYTORCH_CELL)) {
            return python(text.substring(text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n'))); // lines keep their numbers
        }
        if (engine.python().isPython(text)) {
            return python(text);
        }
        StatementSplitter statements = engine.reading().split(text);
        HiddenCharacters.turning(text).ifPresent(this::warn);
        for (Optional<Statement> next = statements.next(); next.isPresent() && exit.isEmpty(); next = statements.next()) {
            if (last == null) {
                firstLine = next.get().line();
            }
            if (!inside && statements.isAtEnd()) {
                printing.lastBegins();
            }
            carryOut(next.get());
            if (last.problem().isPresent()) {
                echo();
                if (!told.equals(last.problem())) {
                    printing.show(new Output.Failed(last.problem().get()));
                }
                return new Result(false, null, null, firstLine, beginning.size(), graph().size(), warnings, last.problem(), Optional.empty());
            }
        }
        echo();
        boolean value = last != null && last.expression();
        return new Result(true, value ? last.value() : null, value ? last.valueText() : null, firstLine, beginning.size(), graph().size(), warnings, Optional.empty(), exit);
    }

    /** Runs a text of Python, statement by statement, up to the first that fails. */
    private Result python(String text) {
        PythonSession.Prepared read = engine.python().read(text);
        read.said().forEach(this::warn);
        if (!read.file().problems().isEmpty()) {
            return failed(PythonProblems.syntax(read.file(), read.file().problems().get(0)));
        }
        firstLine = read.file().body().isEmpty() ? 1 : read.file().body().get(0).place().line();
        for (layerbook.syntax.Statement statement : read.file().body()) {
            if (statement == read.file().body().get(read.file().body().size() - 1) && !inside) {
                printing.lastBegins();
            }
            last = python(statement, read.file());
            last.outputs().forEach(printing::show);
            if (last.problem().isPresent()) {
                return failed(last.problem().get());
            }
        }
        echo();
        return new Result(true, last == null ? null : last.value(), last == null ? null : last.valueText(), firstLine, beginning.size(), graph().size(), warnings, Optional.empty(),
            Optional.empty());
    }

    private Result failed(Problem problem) {
        echo();
        printing.show(new Output.Failed(problem));
        return new Result(false, null, null, firstLine, beginning.size(), graph().size(), warnings, Optional.of(problem), Optional.empty());
    }

    private Outcome python(layerbook.syntax.Statement statement, SourceFile file) {
        engine.history().begin(file.textOf(statement));
        Outcome outcome;
        try {
            List<Output> shown = engine.python().run(statement, file, engine::user);
            Output.Value value = shown.isEmpty() || !(shown.get(0) instanceof Output.Value v) || !v.name().isEmpty() ? null : v;
            outcome = new Outcome(shown, value != null, value == null ? null : value.value(), value == null ? null : value.text(), Optional.empty());
        } catch (Throwable e) {
            engine.failed(e);
            outcome = Outcome.failed(problem(e, statement, file));
        }
        engine.history().end(outcome.problem().isEmpty());
        session.afterwards();
        return outcome;
    }

    private Problem problem(Throwable thrown, layerbook.syntax.Statement statement, SourceFile file) {
        String source = file.textOf(statement);
        var whole = new Statement(source, source, 0, source.length(), statement.place().line(), Statement.Kind.JAVA);
        Problem stopped = Problems.stopped(whole, thrown instanceof java.util.concurrent.CancellationException ? new Stop.Stopped() : thrown);
        if (stopped != null) {
            return stopped;
        }
        Problem known = PythonProblems.of(thrown, statement, file, engine.echo().state());
        return known != null ? known : Problems.whole("runtime", String.valueOf(thrown.getMessage()), whole, List.of(), null, thrown);
    }

    private void warn(String said) {
        warnings.add(said);
        printing.show(new Output.Warning(said));
    }

    private void carryOut(Statement statement) {
        last = statement.kind() == Statement.Kind.COMMAND ? command(statement) : java(statement);
        last.outputs().forEach(printing::show);
        for (String asked : DeferredCommands.take(engine.echo().book())) {
            if (last.problem().isEmpty()) {
                last = command(statement.saying(asked));
            }
        }
    }

    private Outcome java(Statement statement) {
        engine.history().begin(statement.source());
        Outcome outcome = engine.run(statement);
        engine.history().end(outcome.problem().isEmpty() && !DeferredCommands.isAsked(engine.echo().book()));
        session.afterwards();
        return outcome;
    }

    private Outcome command(Statement statement) {
        echo();
        var typed = Commands.Typed.of(statement.source());
        var invocation = new Invocation(session, typed.arguments(), printing::show);
        Outcome came = command(statement, typed, invocation);
        told = invocation.failure();
        exit = invocation.exitCode();
        shown = graph();
        return came;
    }

    private Outcome command(Statement statement, Commands.Typed typed, Invocation invocation) {
        try {
            session.commands().find(typed.name()).action().run(invocation);
            return new Outcome(List.of(), false, null, null, invocation.failure());
        } catch (RevisionCommands.NotReplaced e) {
            Problem p = e.problem();
            return Outcome.failed(new Problem(p.kind(), p.message(), p.source(), p.start(), p.end(), p.mark(), p.details(), p.fix(),
                "Nothing was changed.", statement.line(), 1, p.cause()));
        } catch (Command.Refused e) {
            return Outcome.failed(Problems.whole("command", e.getMessage(), statement, List.of(), e.fix(), null));
        } catch (Refusal e) {
            return Outcome.failed(Problems.whole("command", e.getMessage(), statement, e.details(), e.suggestion(), e));
        } catch (Exception e) {
            return Outcome.failed(Problems.whole("command", String.valueOf(e.getMessage()), statement, List.of(), null, e));
        }
    }

    /** Shows the rows that were added since rows were shown. */
    private void echo() {
        if (!muted && !inside) {
            predicting.ask(shown, graph(), printing::show);
        }
        for (Output output : engine.echo().since(shown, muted)) {
            if (output instanceof Output.Warning w) {
                warnings.add(w.text());
            }
            printing.show(output);
        }
        shown = graph();
    }
}
