package layerbook.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import layerbook.net.NetworkBuilder;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.Notebook;
import layerbook.page.CellRun;
import layerbook.session.Session;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;

/** One run of a notebook, cell after cell, in a session of its own. */
final class NotebookRun implements AutoCloseable {
    /** What runs in this process; once interrupted, nothing more begins. */
    private static final Set<NotebookRun> RUNNING = ConcurrentHashMap.newKeySet();
    private static volatile boolean interrupted;

    private final Session session;
    private final boolean keepGoing;
    private int left = BoundedOutput.NOTEBOOK;
    private boolean onlyKept;
    private final List<CellRun> runs = new ArrayList<>();

    NotebookRun(Settings settings, boolean keepGoing) {
        this.keepGoing = keepGoing;
        this.session = Session.open(settings);
        NotebookCommands.addTo(session);
    }

    /** From here on only what is kept is reported: whoever hears of it keeps it, too. */
    NotebookRun reportsOnlyKept(boolean yes) {
        onlyKept = yes;
        return this;
    }

    /** The cells that ran, in order. */
    List<CellRun> runs() {
        return runs;
    }

    /** Runs the first code cells in silence. */
    void ahead(Notebook notebook, int cells) {
        List<Cell> code = code(notebook);
        while (runs.size() < Math.min(cells, code.size()) && !isOver()) {
            runs.add(run(code.get(runs.size()), runs.size() + 1, new RunReport() {}));
        }
    }

    static List<Cell> code(Notebook notebook) {
        return notebook.cells().stream().filter(cell -> cell.kind() == CellKind.CODE).toList();
    }

    /** Runs the notebook, but for the cells that {@linkplain #ahead ran ahead}; what code cells before number {@code from} (from 0) show is not reported. */
    void run(Notebook notebook, int from, RunReport report) {
        int all = code(notebook).size();
        RunReport silent = new RunReport() {};
        int number = 0;
        for (Cell cell : notebook.cells()) {
            RunReport heard = number >= from ? report : silent;
            if (cell.kind() != CellKind.CODE) {
                heard.words(cell);
                continue;
            }
            if (++number <= runs.size()) {
                continue;
            }
            if (interrupted) {
                return;
            }
            heard.begins(cell, number, all);
            CellRun run = run(cell, number, heard);
            runs.add(run);
            heard.done(run);
            if (isOver()) {
                return;
            }
        }
    }

    /** Stops the cells that run, whatever they do; says whether there were any. */
    static boolean interrupt() {
        interrupted = true;
        RUNNING.forEach(run -> run.session.interrupt());
        return !RUNNING.isEmpty();
    }

    static boolean isInterrupted() {
        return interrupted;
    }

    /** Whether no further cell runs: the last one failed, or asked for an end. */
    boolean isOver() {
        if (interrupted) {
            return true;
        }
        CellRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        return last != null && (last.failed() && !keepGoing || last.result().exit().isPresent());
    }

    private CellRun run(Cell cell, int number, RunReport report) {
        var before = session.book().graph();
        var kept = new BoundedOutput(left);
        Result result;
        RUNNING.add(this);
        try {
            result = session.run(cell.source(), output -> {
                synchronized (kept) { // threads of the cell may go on when it has ended
                    kept.keep(output, onlyKept ? report::shows : some -> { });
                    if (!onlyKept) {
                        report.shows(output);
                    }
                }
            });
        } finally {
            RUNNING.remove(this);
        }
        left -= kept.spent();
        return new CellRun(cell, number, kept.outputs(), kept.leftOut(), result, before, session.book().graph());
    }

    /** The notebook as it runs: a magic that is no command was a comment in the {@code .jsh}, such as {@code // %d stands for a number}. */
    Notebook runnable(Notebook notebook) {
        return NotebookCommands.runnable(notebook, session);
    }

    /** The code with which the run was ended by {@code /exit} or {@code System.exit}. */
    Optional<Integer> exit() {
        return runs.isEmpty() ? Optional.empty() : runs.get(runs.size() - 1).result().exit();
    }

    /** What holds the networks of this run. */
    NetworkBuilder builder() {
        return session.book();
    }

    boolean failed() {
        return runs.stream().anyMatch(CellRun::failed);
    }

    @Override public void close() {
        session.close();
    }
}
