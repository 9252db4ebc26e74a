package layerbook.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import layerbook.session.errors.Problems;
import layerbook.session.jshell.Binder;
import layerbook.session.jshell.Evaluated;
import layerbook.session.jshell.ExecutionThreads;
import layerbook.session.jshell.FastPath;
import layerbook.session.jshell.Shells;
import layerbook.session.jshell.Stop;
import layerbook.session.jshell.Variables;
import layerbook.session.output.Outcome;
import layerbook.session.output.Output;
import layerbook.session.output.Problem;
import layerbook.session.output.StandardStreams;
import layerbook.session.output.ValueText;
import layerbook.session.text.Declarators;
import layerbook.session.text.ExcessiveNesting;
import layerbook.session.text.Statement;
import layerbook.session.words.ValueDisplay;

/** Carries out one statement after the other: those that need no compiler at once, the others by the shell of the day. */
final class StatementRunner {
    private final Shells shells;
    private final FastPath direct;
    private final Variables variables;
    private final ExecutionThreads workshop;
    private final Lock compiling;
    private final OutcomeReporter telling;

    /**
     * @param compiling held while the compiler is at work
     * @param telling says what came of it
     */
    StatementRunner(Shells shells, FastPath direct, Variables variables, ExecutionThreads workshop, Lock compiling, OutcomeReporter telling) {
        this.shells = shells;
        this.direct = direct;
        this.variables = variables;
        this.workshop = workshop;
        this.compiling = compiling;
        this.telling = telling;
    }

    /** Compiles and runs one statement. */
    Outcome run(Statement statement) {
        Optional<Problem> unread = Problems.unread(statement);
        if (unread.isPresent()) {
            return Outcome.failed(unread.get());
        }
        Optional<FastPath.Plan> plan = direct.plan(statement.source());
        if (plan.isPresent()) {
            return directly(statement, plan.get());
        }
        Optional<String> overgrown = ExcessiveNesting.in(statement.source());
        return overgrown.isPresent() ? Outcome.failed(Problems.overgrown(statement, overgrown.get())) : compiled(statement);
    }

    private Outcome compiled(Statement statement) {
        Shells.Evaluation came;
        Declarators.Apart taken = Declarators.apart(statement.code());
        compiling.lock();
        try {
            shells.control().begin();
            came = isStopped() ? Shells.Evaluation.NOTHING : StandardStreams.muted(() -> shells.eval(taken.code()));
        } catch (IllegalStateException | InternalError | StackOverflowError e) { // javac 17 does not survive "var v = v", for one
            return Outcome.failed(Problems.compilerFailed(statement, e));
        } finally {
            compiling.unlock();
        }
        if (isStopped() && shells.control().thrown() == null) {
            return Outcome.failed(Problems.stopped(statement, new Stop.Stopped()));
        }
        if (came.tooLarge().isPresent()) {
            return Outcome.failed(Problems.unwritten(statement, came.tooLarge().get()));
        }
        List<Output> reset = reset(came.declared());
        Outcome all = Outcome.NOTHING;
        for (Evaluated each : came.results()) {
            if (!each.isRejected()) {
                telling.warn(statement);
            }
            all = all.and(telling.outcome(statement, taken, each, came.results().size() == 1));
        }
        return all.after(reset);
    }

    /** Carries out what needs no compiler. */
    private Outcome directly(Statement statement, FastPath.Plan plan) {
        if (isStopped()) {
            return Outcome.failed(Problems.stopped(statement, new Stop.Stopped()));
        }
        FastPath.Given given;
        try {
            given = workshop.call(plan::carryOut);
        } catch (Throwable e) {
            plan.failed();
            Throwable thrown = e instanceof Binder.Thrown t ? t.getCause() : e;
            return telling.threw(statement, thrown, () -> Problems.thrown(statement, e instanceof Binder.Thrown t ? t.at : 0, thrown));
        }
        if (isStopped()) {
            plan.failed();
            return Outcome.failed(Problems.stopped(statement, new Stop.Stopped()));
        }
        if (plan.isAdding() && ValueDisplay.isAddable(given.value())) {
            Outcome added = telling.add(statement, given.value());
            if (added.problem().isPresent()) {
                plan.failed(); // what the network refused has no name either
                return added;
            }
            plan.keep(given.value());
            return added;
        }
        plan.keep(given.value());
        return plan.name() == null ? Outcome.NOTHING
            : telling.value(statement, plan.name(), plan.isExpression(), plan.isAdding(), given.value(), given.text());
    }

    /** A stop that came while the compiler was at work takes effect behind it: nothing more is compiled or run. */
    private boolean isStopped() {
        if (workshop.isLeftBehind()) {
            throw new Stop.Stopped();
        }
        return workshop.isStopped();
    }

    /** Variables whose values do not fit a class that was declared anew are said; a variable that was itself declared anew is meant to change. */
    private List<Output> reset(Set<String> declared) {
        return variables.takeLost().stream().distinct().filter(name -> !declared.contains(name))
            .<Output>map(name -> new Output.Warning(name + " was reset to " + ValueText.text(variables.get(name)) + ": its value is not of the type as it is now")).toList();
    }
}
