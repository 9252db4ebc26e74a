package layerbook.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.Notebook;
import layerbook.session.Session;
import layerbook.session.output.Output;
import layerbook.session.output.Result;

/**
 * A notebook taken step by step: words are read, code is run line by line, and in between the reader may try things in the same session.
 * <pre>{@code
 * try (Lesson lesson = Lesson.open(Path.of("notebooks/02-cnn.jsh"))) {
 *     while (!lesson.finished()) {
 *         String line = lesson.line();   // "" where words come next
 *         lesson.step(output -> System.out.println(output.plain(View.PLAIN)));
 *     }
 * }
 * }</pre>
 */
public final class Lesson implements AutoCloseable {
    private final String name;
    private final List<Cell> cells;
    private final Session session;
    private int place;
    private int at;

    private Lesson(String name, List<Cell> cells, Session session) {
        this.name = name;
        this.cells = cells;
        this.session = session;
    }

    /** Opens a notebook at its first cell. */
    public static Lesson open(Path file) throws IOException {
        Notebook notebook = Notebook.read(file);
        Session session = Session.open(FileRun.settings(file));
        NotebookCommands.addTo(session);
        session.run("/predict on", output -> { });
        List<Cell> cells = NotebookCommands.runnable(notebook, session).cells().stream().filter(Lesson::isTaken).toList();
        return new Lesson(name(file), cells, session);
    }

    /** Whether a reader passes this cell: there is something to read or to run in it. */
    static boolean isTaken(Cell cell) {
        return cell.kind() != CellKind.RAW && !cell.source().isBlank();
    }

    /** The name under which a lesson is called: that of its file, without the ending. */
    static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    public String name() {
        return name;
    }

    /** How many cells lie behind the reader. */
    public int place() {
        return place;
    }

    public int length() {
        return cells.size();
    }

    public boolean finished() {
        return place >= cells.size();
    }

    /** The cell that the next step reads or runs. */
    public Cell upcoming() {
        return cells.get(place);
    }

    /** Whether some lines of the upcoming cell have run. */
    public boolean isInside() {
        return at > 0;
    }

    /** The next line of code, with the comments in front of it: one statement, which may have several lines of text. Empty where words come next. */
    public String line() {
        return upcoming().kind() == CellKind.CODE ? upcoming().source().substring(at, session.endOfLine(upcoming().source(), at)) : "";
    }

    /** Takes a step: words are passed, one line of code is run; true if it went well. What stands behind a line that fails does not run. */
    public boolean step(Consumer<Output> out) {
        Cell cell = upcoming();
        return cell.kind() != CellKind.CODE ? pass() : step(cell, session.endOfLine(cell.source(), at), out);
    }

    /** Takes the rest of the upcoming cell in one step. */
    public boolean rest(Consumer<Output> out) {
        Cell cell = upcoming();
        return cell.kind() != CellKind.CODE ? pass() : step(cell, cell.source().length(), out);
    }

    private boolean step(Cell cell, int end, Consumer<Output> out) {
        boolean ok = session.runLine(cell.source().substring(at, end), cell.source(), out).ok();
        at = end;
        if (!ok || cell.source().substring(at).isBlank()) {
            pass();
        }
        return ok || cell.tagged("raises-exception");
    }

    /** Leaves the upcoming cell behind without running what is left of it. */
    public boolean pass() {
        place++;
        at = 0;
        return true;
    }

    /** Whom to ask for predictions from here on; null asks nobody. */
    public void asks(UnaryOperator<String> person) {
        session.asks(person);
    }

    /** Goes to a place, running in silence, and asking nothing, the code on the way, so that the session knows what a reader there knows. */
    public void goTo(int wanted) {
        while (place < Math.min(wanted, cells.size())) {
            rest(output -> { });
        }
    }

    /** Tries something in the lesson's session. */
    public Result attempt(String text, Consumer<Output> out) {
        return session.run(text, out);
    }

    @Override public void close() {
        session.close();
    }
}
