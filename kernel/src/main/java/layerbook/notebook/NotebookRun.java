package layerbook.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import layerbook.net.Book;
import layerbook.session.Output;
import layerbook.session.Result;
import layerbook.session.Session;
import layerbook.session.Settings;

/** One run of a notebook, cell after cell, in a session of its own. */
final class NotebookRun implements AutoCloseable {
    private static final Set<String> COMMANDS = Set.of("help", "net", "list", "undo", "redo", "edit", "replace", "drop", "rerun", "echo", "flops",
        "explain", "predict", "quiz", "compare", "whatif", "chart", "save", "open", "run", "reset", "vars", "imports", "set", "time", "why", "exit");

    private final Book book = new Book();
    private final Session session;
    private final boolean keepGoing;
    private final List<CellRun> runs = new ArrayList<>();

    NotebookRun(Settings settings, boolean keepGoing) {
        this.keepGoing = keepGoing;
        book.bind(); // the session's threads begin on this one, and find the book here
        this.session = Session.open(settings);
    }

    /** The cells that ran, in order. */
    List<CellRun> runs() {
        return runs;
    }

    /** Runs cells from the code cell number {@code from} (from 0) on; what ran before stands. */
    void run(Notebook notebook, int from, Report report) {
        while (runs.size() > from) {
            book.go(runs.remove(runs.size() - 1).before());
        }
        int all = (int) notebook.cells().stream().filter(cell -> cell.kind() == Kind.CODE).count();
        int number = 0;
        for (Cell cell : notebook.cells()) {
            if (cell.kind() != Kind.CODE) {
                report.words(cell);
            } else if (++number > from) {
                report.begins(cell, number, all);
                CellRun run = run(cell, number, report);
                runs.add(run);
                report.done(run);
                if (run.failed() && !keepGoing || run.result().exit().isPresent()) {
                    return;
                }
            }
        }
    }

    private CellRun run(Cell cell, int number, Report report) {
        var before = book.graph();
        List<Output> outputs = new ArrayList<>();
        Result result = session.run(cell.source(), output -> {
            synchronized (outputs) {
                outputs.add(output);
                report.shows(output);
            }
        });
        return new CellRun(cell, number, List.copyOf(outputs), result, before, book.graph());
    }

    /** The notebook as it runs: a magic that nobody knows was a comment in the {@code .jsh}, such as {@code // %d stands for a number}. */
    static Notebook runnable(Notebook notebook) {
        return new Notebook(notebook.header(), notebook.cells().stream().map(cell -> cell.kind() == Kind.CODE ? cell.withSource(runnable(cell)) : cell).toList());
    }

    private static String runnable(Cell cell) {
        if (cell.source().indexOf('%') < 0) {
            return cell.source();
        }
        var text = new StringBuilder();
        for (String line : cell.source().split("\n", -1)) {
            String word = line.strip().replaceFirst("^%+", "").split("\\W", 2)[0];
            boolean comment = Magics.isMagic(line) && line.strip().startsWith("%") && !COMMANDS.contains(word);
            text.append(comment ? "// " : "").append(line).append('\n');
        }
        return text.substring(0, text.length() - 1);
    }

    /** The code with which the run was ended by {@code /exit} or {@code System.exit}. */
    Optional<Integer> exit() {
        return runs.isEmpty() ? Optional.empty() : runs.get(runs.size() - 1).result().exit();
    }

    boolean failed() {
        return runs.stream().anyMatch(CellRun::failed);
    }

    @Override public void close() {
        session.close();
    }
}
