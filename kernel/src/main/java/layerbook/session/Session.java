package layerbook.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One user's session: run text, hear what comes of it, ask about it. The one thing that front ends talk to.
 * <pre>{@code
 * try (Session session = Session.open(Settings.standard())) {
 *     session.run("input(3, 32, 32)\nconv2d(16, 3, padding(1))", out -> System.out.println(out.plain(View.PLAIN)));
 * }
 * }</pre>
 */
public final class Session implements AutoCloseable {
    private final Printing printing = new Printing();
    private final CompletableFuture<Engine> engine;

    private Session(Settings settings) {
        Streams.open();
        engine = new CompletableFuture<>();
        var starter = new Thread(() -> start(settings), "layerbook-start");
        starter.setDaemon(true);
        starter.start();
    }

    private void start(Settings settings) {
        try {
            engine.complete(new Engine(settings, printing));
        } catch (Throwable e) {
            engine.completeExceptionally(e);
        }
    }

    /** Opens a session at once; the engine warms up behind it, and the first {@link #run} waits for it. */
    public static Session open(Settings settings) {
        return new Session(settings);
    }

    /** Runs a line, a paste or a cell (Java and {@code /commands}); stops at the first statement that fails. */
    public Result run(String text, Consumer<Output> out) {
        Engine ready = engine.join();
        printing.to(out);
        Streams.running(printing);
        try {
            return run(ready, text.replace("\r\n", "\n"));
        } finally {
            printing.flush();
        }
    }

    private Result run(Engine ready, String text) {
        Splitter statements = ready.split(text);
        var warnings = new ArrayList<String>();
        int firstLine = 1;
        boolean first = true;
        Engine.Outcome last = null;
        for (Optional<Statement> next = statements.next(); next.isPresent(); next = statements.next()) {
            if (first) {
                firstLine = next.get().line();
                first = false;
            }
            last = next.get().kind() == Statement.Kind.COMMAND ? command(next.get()) : ready.run(next.get());
            last.outputs().forEach(printing::show);
            if (last.problem().isPresent()) {
                printing.show(new Output.Failed(last.problem().get()));
                return new Result(false, null, null, firstLine, 0, 0, warnings, last.problem(), Optional.empty());
            }
        }
        boolean value = last != null && last.expression();
        return new Result(true, value ? last.value() : null, value ? last.valueText() : null, firstLine, 0, 0, warnings,
            Optional.empty(), Optional.empty());
    }

    private Engine.Outcome command(Statement statement) {
        Problem problem = Problems.whole("command", "there is no command " + statement.source(), statement, List.of(), "/help", null);
        return new Engine.Outcome(List.of(), false, null, null, Optional.of(problem));
    }

    /** Stops what is running, from any thread; a word on what was stopped comes as its output. Nothing runs: nothing happens. */
    public void interrupt() {
        if (engine.isDone()) {
            engine.join().interrupt();
        }
    }

    /** Whether the text can be run, wants more lines, or is wrong. Never runs anything; quick. */
    public Completeness completeness(String text) {
        return new Completeness(Completeness.Status.COMPLETE, "");
    }

    /** What could stand at the cursor, best first. */
    public List<Completion> complete(String text, int cursor) {
        return List.of();
    }

    /** The documentation of what stands at the cursor; {@code detail} 0 is short, 1 is all there is. */
    public Optional<Showable> inspect(String text, int cursor, int detail) {
        return Optional.empty();
    }

    @Override public void close() {
        if (engine.isDone() && !engine.isCompletedExceptionally()) {
            engine.join().close();
        }
        Streams.close();
    }
}
