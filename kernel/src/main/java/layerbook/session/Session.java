package layerbook.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.session.errors.ArgumentHints;
import layerbook.session.errors.Problems;
import layerbook.session.jshell.StatementSplitter;
import layerbook.session.jshell.Stop;
import layerbook.session.jshell.Worker;
import layerbook.session.output.Completeness;
import layerbook.session.output.Completion;
import layerbook.session.output.Hint;
import layerbook.session.output.Output;
import layerbook.session.output.PrintedOutput;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import layerbook.session.output.Showable;
import layerbook.session.output.StandardStreams;
import layerbook.session.text.CursorContext;
import layerbook.session.text.JavaText;
import layerbook.session.text.Statement;
import layerbook.session.words.FileFolders;

/**
 * One user's session: run text, hear what comes of it, ask about it. The one thing that front ends talk to.
 * <pre>{@code
 * try (Session session = Session.open(Settings.standard())) {
 *     session.run("input(3, 32, 32)\nconv2d(16, 3, padding(1))", out -> System.out.println(out.plain(View.PLAIN)));
 * }
 * }</pre>
 */
public final class Session implements AutoCloseable {
    private final Commands commands = new Commands();
    private final PrintedOutput printing = new PrintedOutput();
    private final CompletableFuture<Engine> engine;
    private Completer completing; // these two are there once the engine is
    private Inspector inspecting;
    private volatile String progress = "";
    private volatile int rowsBefore;
    private final Predictions predicting = new Predictions();
    private boolean inside;
    private final Map<String, Afterwards> afterwards = new ConcurrentHashMap<>();

    private Session(Settings settings) {
        StandardStreams.open();
        engine = new CompletableFuture<>();
        var starter = new Thread(() -> start(settings), "layerbook-start");
        starter.setDaemon(true);
        starter.start();
    }

    private void start(Settings settings) {
        try {
            var ready = new Engine(settings, printing);
            FileFolders.lookIn(ready.echo().book(), settings.directory());
            CoreCommands.register(commands, this, ready.echo(), ready.history());
            predicting.register(commands, this);
            var help = new Help(commands, ready.echo());
            completing = new Completer(ready, commands, new ArgumentHints(ready.echo().book()::graph));
            inspecting = new Inspector(ready, (word, command) -> help.topic(word));
            engine.complete(ready);
            ready.open();
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
        return run(text, null, out);
    }

    /**
     * Runs one line of a text, as a reader who takes it step by step does: its table is muted if that of the whole text is.
     *
     * @param line the line: a piece of the text, see {@link #endOfLine}
     * @param whole the text
     */
    public Result runLine(String line, String whole, Consumer<Output> out) {
        return run(line, null, JavaText.endsWithSemicolon(whole), out);
    }

    /** Where the statement ends that begins at this place of a text or behind it, with the comment behind it; the end of the text if only comments are left. */
    public int endOfLine(String text, int from) {
        String rest = text.substring(from);
        if (text.startsWith(TextRunner.PYTORCH_CELL)) {
            return text.length(); // Python is run as a whole
        }
        Optional<Statement> next = engine.join().reading().split(rest).next();
        if (next.isEmpty()) {
            return text.length();
        }
        int end = from + next.get().end();
        int newline = text.indexOf('\n', end);
        int after = newline < 0 ? text.length() : newline;
        int blank = StatementSplitter.skipBlank(text, end);
        return blank >= text.length() ? text.length() : blank > after ? after : end;
    }

    /** Runs a cell that has a name of its own: what it added to the network when it ran last is replaced, see {@link #takeStale}. */
    public Result run(String text, String cell, Consumer<Output> out) {
        return run(text, cell, JavaText.endsWithSemicolon(text), out);
    }

    private Result run(String text, String cell, boolean muted, Consumer<Output> out) {
        Engine ready = engine.join();
        printing.to(out);
        StandardStreams.running(printing);
        rowsBefore = ready.echo().book().graph().size();
        progress = "";
        try {
            return ready.whole(() -> {
                ready.echo().book().bind();
                return cell == null ? course(text.replace("\r\n", "\n"), muted) : again(ready, text.replace("\r\n", "\n"), cell);
            });
        } catch (Stop.Stopped | Worker.LeftBehind e) {
            return stopped(text, e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            afterwards();
            ownStreams();
            printing.flush();
        }
    }

    /** {@code System.setOut} holds until the end of the text that says it: what is printed later is shown here again. */
    private void ownStreams() {
        if (StandardStreams.restore()) {
            printing.show(new Output.Warning("System.setOut and System.setErr hold to the end of a cell or line: what is printed next is shown here again"));
        }
    }

    private Result again(Engine ready, String text, String cell) {
        ready.cells().begin(cell, text);
        try {
            return course(text, JavaText.endsWithSemicolon(text));
        } finally {
            if (!ready.isLeftBehind()) {
                ready.cells().end(cell);
            }
        }
    }

    /** How far what runs has come, for people who wait: the cell of a file, the rows that were added, that the compiler is at work; empty if there is nothing to tell. */
    public String progress() {
        if (!engine.isDone() || engine.isCompletedExceptionally()) {
            return "";
        }
        int rows = book().graph().size() - rowsBefore;
        return Stream.of(progress, rows > 0 ? String.format(Locale.ROOT, "%,d rows", rows) : "", engine.join().isCompiling() ? "compiling" : "")
            .filter(said -> !said.isEmpty()).collect(Collectors.joining(", "));
    }

    void progress(String text) {
        progress = text;
    }

    /** What is to be done each time that something was run, such as keeping it in a file. */
    @FunctionalInterface
    public interface Afterwards {
        void run() throws java.io.IOException;
    }

    /** From now on, this is done each time that something was run; {@code null} ends what has this name. */
    public void whenRun(String name, Afterwards what) {
        if (what == null) {
            afterwards.remove(name);
        } else {
            afterwards.put(name, what);
        }
    }

    /** Does what is to be done each time that something was run. */
    void afterwards() {
        afterwards.forEach((name, what) -> {
            try {
                what.run();
            } catch (java.io.IOException e) {
                afterwards.remove(name);
                printing.show(new Output.Warning(name + " ended: " + e.getMessage()));
            }
        });
    }

    /** The names of cells whose additions went when an earlier cell was run again; each is told once. */
    public List<String> takeStale() {
        return engine.join().cells().takeStale();
    }

    /** The names of cells that mention what an earlier cell changed when it was run again, with what they mention; each is told once. */
    public Map<String, java.util.Set<String>> takeOutdated() {
        return engine.join().cells().takeOutdated();
    }

    /** These cells are no longer in the notebook: what they added to the network goes, see {@link #takeStale}. */
    public void delete(List<String> cells) {
        Engine ready = engine.join();
        try {
            ready.whole(() -> {
                ready.echo().book().bind();
                cells.forEach(ready.cells()::delete);
                return null;
            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Result stopped(String text, Throwable how) {
        Problem problem = Problems.stopped(new Statement(text, text, 0, text.length(), 1, Statement.Kind.JAVA), how);
        printing.show(new Output.Failed(problem));
        return new Result(false, null, null, 1, 0, 0, List.of(), Optional.of(problem), Optional.empty());
    }

    /** From now on this person is asked for predictions and in a quiz: shown a prompt, they type a line; null if nobody answers. Without one nothing is asked. */
    public void asks(java.util.function.UnaryOperator<String> person) {
        predicting.person(person);
    }

    /** Runs more text inside a command. Nothing is predicted there: what runs is a file, or was typed before. */
    Result runInside(String text) {
        boolean outer = inside;
        inside = true;
        try {
            return course(text, JavaText.endsWithSemicolon(text));
        } finally {
            inside = outer;
        }
    }

    /** Runs more text inside a command, and shows nothing of it. */
    Result runQuietly(String text) {
        return printing.quietly(() -> runInside(text));
    }

    private Result course(String text, boolean muted) {
        return new TextRunner(this, printing, predicting, inside, muted).run(text);
    }

    Engine engine() {
        return engine.join();
    }

    /** The commands of this session; other packages add theirs. */
    public Commands commands() {
        return commands;
    }

    /** The statements that changed something, oldest first. */
    public List<String> statements() {
        return engine.join().history().statements();
    }

    String variables() {
        return engine.join().variableList();
    }

    String imports() {
        return engine.join().importList();
    }

    Object valueOf(String variable) {
        return engine.join().valueOf(variable);
    }

    String why() {
        return engine.join().why();
    }

    /** The book that holds the networks of this session. */
    public layerbook.net.NetworkBuilder book() {
        return engine.join().echo().book();
    }

    /** The convention in whose numbers tables speak. */
    public layerbook.count.Convention convention() {
        return engine.join().echo().convention();
    }

    /** Stops what is running, from any thread; a word on what was stopped comes as its output. Nothing runs: nothing happens. */
    public void interrupt() {
        if (engine.isDone()) {
            engine.join().interrupt();
        }
    }

    /** Whether the text can be run, wants more lines, or is wrong. Never runs anything; quick. */
    public Completeness completeness(String text) {
        if (engine.join().python().isPython(text)) {
            return engine.join().python().completeness(text);
        }
        return engine.join().reading().quick(text);
    }

    /** Whether a line that follows belongs to the statement of Python that the text ends with. */
    public boolean continues(String text, String line) {
        return engine.join().python().isPython(text) && engine.join().python().continues(text, line);
    }

    /** As {@link #completeness}, and also finds wrong what is not Java by its form ({@code x = = 3}); takes some milliseconds. */
    public Completeness checked(String text) {
        if (engine.join().python().isPython(text)) {
            return engine.join().python().completeness(text);
        }
        return engine.join().reading().checked(text);
    }

    /** What could stand at the cursor, best first. */
    public List<Completion> complete(String text, int cursor) {
        engine.join();
        return completing.complete(text, cursor);
    }

    /** What can be said about the brackets that the cursor is in; at once, so nothing while the engine warms up. */
    public Optional<Hint> hint(String text, int cursor) {
        if (!engine.isDone() || engine.isCompletedExceptionally()) {
            return Optional.empty();
        }
        CursorContext place = CursorContext.of(text, cursor);
        return new ArgumentHints(() -> Replacement.at(text, cursor).map(r -> r.graph(engine.join())).orElseGet(book()::graph)).at(place);
    }

    /** The documentation of what stands at the cursor; {@code detail} 0 is short, 1 is all there is. */
    public Optional<Showable> inspect(String text, int cursor, int detail) {
        engine.join();
        return inspecting.inspect(text, cursor, detail);
    }

    @Override public void close() {
        if (engine.isDone() && !engine.isCompletedExceptionally()) {
            engine.join().close();
        }
        printing.close();
        StandardStreams.close();
    }
}
