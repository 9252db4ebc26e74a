package layerbook.session;

import java.util.List;
import java.util.Optional;
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
    private Session() {}

    /** Opens a session at once; the engine warms up behind it, and the first {@link #run} waits for it. */
    public static Session open(Settings settings) {
        return new Session();
    }

    /** Runs a line, a paste or a cell (Java and {@code /commands}); stops at the first statement that fails. */
    public Result run(String text, Consumer<Output> out) {
        throw new IllegalStateException("the engine is not connected");
    }

    /** Stops what is running, from any thread; a word on what was stopped comes as its output. Nothing runs: nothing happens. */
    public void interrupt() {}

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

    @Override public void close() {}
}
