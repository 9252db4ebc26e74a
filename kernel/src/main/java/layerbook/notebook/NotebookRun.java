package layerbook.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import layerbook.session.Output;
import layerbook.session.Result;
import layerbook.session.Session;
import layerbook.session.Settings;

/** One run of a notebook, cell after cell, in a session of its own. */
final class NotebookRun implements AutoCloseable {
    private final Session session;
    private final boolean keepGoing;
    private final List<CellRun> runs = new ArrayList<>();

    NotebookRun(Settings settings, boolean keepGoing) {
        this.keepGoing = keepGoing;
        this.session = Session.open(settings);
        NotebookCommands.addTo(session);
    }

    /** The cells that ran, in order. */
    List<CellRun> runs() {
        return runs;
    }

    /** Runs the notebook; what code cells before number {@code from} (from 0) show is not reported. */
    void run(Notebook notebook, int from, Report report) {
        int all = (int) notebook.cells().stream().filter(cell -> cell.kind() == Kind.CODE).count();
        Report silent = new Report() {};
        int number = 0;
        for (Cell cell : notebook.cells()) {
            Report heard = number >= from ? report : silent;
            if (cell.kind() != Kind.CODE) {
                heard.words(cell);
                continue;
            }
            heard.begins(cell, ++number, all);
            CellRun run = run(cell, number, heard);
            runs.add(run);
            heard.done(run);
            if (run.failed() && !keepGoing || run.result().exit().isPresent()) {
                return;
            }
        }
    }

    private CellRun run(Cell cell, int number, Report report) {
        var before = session.book().graph();
        List<Output> outputs = new ArrayList<>();
        Result result = session.run(cell.source(), output -> {
            synchronized (outputs) {
                outputs.add(output);
                report.shows(output);
            }
        });
        return new CellRun(cell, number, List.copyOf(outputs), result, before, session.book().graph());
    }

    /** The notebook as it runs: a magic that is no command was a comment in the {@code .jsh}, such as {@code // %d stands for a number}. */
    Notebook runnable(Notebook notebook) {
        return NotebookCommands.runnable(notebook, session);
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
