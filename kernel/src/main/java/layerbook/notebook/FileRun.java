package layerbook.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import layerbook.io.AtomicFile;
import layerbook.io.BadFile;
import layerbook.io.WellFormedText;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.CellSource;
import layerbook.notebook.format.Notebook;
import layerbook.notebook.format.TextCell;
import layerbook.page.CellRun;
import layerbook.page.HtmlPage;
import layerbook.page.MarkdownPage;
import layerbook.session.output.ControlCharacters;
import layerbook.session.output.Output;
import layerbook.session.output.Settings;

/** Runs one notebook and does with it what was asked. */
final class FileRun {
    /** So many characters of a message stand in the one line that says where a cell failed; the frame above it has more. */
    private static final int LONGEST = 500;

    private final RunOptions options;
    private final Path file;
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;
    private boolean named;

    FileRun(RunOptions options, Path file, PrintStream out, PrintStream err) {
        this(options, file, out, err, new Progress(err, options.progress() && !options.shown() && !options.json(), options.view(), 1));
    }

    FileRun(RunOptions options, Path file, PrintStream out, PrintStream err, Progress progress) {
        this.progress = progress;
        this.options = options;
        this.file = file;
        this.out = out;
        this.err = err;
    }

    /** Whether JSON objects say which file they are of. */
    FileRun named(boolean yes) {
        named = yes;
        return this;
    }

    int run() {
        try (var run = new NotebookRun(settings(file), options.keepGoing())) { // first: the compiler warms up while the file is read
            Notebook asWritten = Notebook.read(file);
            Notebook notebook = Parameters.put(run.runnable(asWritten), options.set(), file.toString());
            run.reportsOnlyKept(named).run(notebook, 0, report());
            return finish(asWritten, notebook, run);
        } catch (IOException e) {
            return Runner.unreadable(e, file, err);
        }
    }

    /** Names of files in cells refer to the notebook's folder. */
    static Settings settings(Path file) {
        Settings standard = Settings.standard();
        Path folder = file.toAbsolutePath().getParent();
        return new Settings(standard.classPath(), folder, false, true);
    }

    RunReport report() {
        if (options.json()) {
            return new JsonReport(out, options.batch(), named ? file : null);
        }
        RunReport shown = options.shown() ? new TextReport(out, options.view()) : new RunReport() {};
        return new RunReport() {
            @Override public void words(Cell cell) {
                shown.words(cell);
            }

            @Override public void begins(Cell cell, int number, int all) {
                progress.begins(file.getFileName().toString(), number, all, cell);
                shown.begins(cell, number, all);
            }

            @Override public void shows(Output output) {
                shown.shows(output);
            }

            @Override public void done(CellRun run) {
                shown.done(run);
            }
        };
    }

    int finish(Notebook asWritten, Notebook notebook, NotebookRun run) throws IOException {
        if (!named) {
            progress.clear();
        }
        run.runs().stream().filter(CellRun::failed).forEach(this::sayFailure);
        if (NotebookRun.isInterrupted()) {
            return Runner.INTERRUPTED;
        }
        int code = run.failed() ? Runner.FAILED : run.exit().orElse(Runner.OK);
        if (options.check() && !agrees(run.runs())) {
            code = Runner.FAILED;
        }
        if (options.update() && !run.failed()) {
            update(asWritten, run.runs());
        }
        export(notebook, run.runs());
        return code;
    }

    private void sayFailure(CellRun run) {
        if (!options.shown() && !options.json()) {
            run.result().problem().ifPresent(problem -> err.println(problem.plain(options.view())));
        }
        err.println(ControlCharacters.text(failure(file, run)));
    }

    /** A failed cell in one line, with its place as editors and terminals know it. */
    static String failure(Path file, CellRun run) {
        return file + ":" + run.line() + ": cell " + run.name() + " failed" + run.result().problem().map(problem -> ": " + oneLine(problem.message())).orElse("");
    }

    private static String oneLine(String message) {
        String first = message.lines().findFirst().orElse("");
        return first.length() > LONGEST ? WellFormedText.first(first, LONGEST) + " ..." : first;
    }

    private boolean agrees(List<CellRun> runs) {
        boolean agrees = true;
        int checked = 0;
        for (CellRun run : runs) {
            List<String> stored = run.cell().storedLines();
            if (stored.isEmpty()) {
                continue;
            }
            checked++;
            List<String> now = run.lines();
            if (!OutputComparison.matches(stored, now) && !stored.equals(ShortenedOutput.lines(now))) {
                agrees = false;
                out.println(ControlCharacters.text(file + ":" + run.cell().line() + ": cell " + run.name() + " shows something else than is stored"));
                Diff.lines(ShortenedOutput.lines(stored), ShortenedOutput.lines(now)).forEach(line -> out.println("  " + ControlCharacters.text(line)));
            }
        }
        if (agrees && !options.json() && runs.stream().noneMatch(CellRun::failed)) {
            out.println(ControlCharacters.text(file.toString()) + ": " + runs.size() + (runs.size() == 1 ? " cell" : " cells") + " ran, "
                + (checked == 0 ? "no outputs stored" : checked + " stored outputs agree"));
        }
        return agrees;
    }

    private void update(Notebook notebook, List<CellRun> runs) throws IOException {
        Notebook fresh = withOutputs(notebook, runs, CellSource.ending(file).equals(".ipynb"));
        if (!fresh.equals(notebook)) {
            if (!Notebook.read(file).equals(notebook)) {
                throw new BadFile(file + ": has changed while it ran, and was left as it is now; run it again");
            }
            fresh.write(file);
        }
        if (!options.json()) {
            out.println(ControlCharacters.text(file.toString()) + (fresh.equals(notebook) ? ": stored outputs are those of now" : ": outputs stored"));
        }
    }

    /** The notebook with the outputs of this run; cells that did not run keep theirs. */
    static Notebook withOutputs(Notebook notebook, List<CellRun> runs, boolean rich) {
        Iterator<CellRun> done = runs.iterator();
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            if (cell.kind() != CellKind.CODE || !done.hasNext()) {
                cells.add(cell);
                continue;
            }
            CellRun run = done.next();
            if (rich) {
                cells.add(cell.withOutputs(run.stored(), run.number()));
            } else {
                cells.add(TextCell.withStored(cell, ShortenedOutput.lines(run.lines())));
            }
        }
        return new Notebook(notebook.header(), cells);
    }

    private void export(Notebook notebook, List<CellRun> runs) throws IOException {
        if (options.ipynb() != null) {
            withOutputs(notebook, runs, true).write(named(options.ipynb(), ".ipynb"));
            said(options.ipynb());
        }
        if (options.html() != null) {
            AtomicFile.write(other(options.html()), writer -> new HtmlPage(notebook, runs, file).write(writer));
            said(options.html());
        }
        if (options.markdown() != null) {
            AtomicFile.write(other(options.markdown()), writer -> new MarkdownPage(notebook, runs).write(writer));
            said(options.markdown());
        }
    }

    /** A page never takes the place of the notebook that it is made of. */
    private Path other(Path page) throws IOException {
        if (Files.exists(page) && Files.isSameFile(page, file)) {
            throw new BadFile(page + ": is the notebook itself, which the page would replace; name another file");
        }
        return page;
    }

    private static Path named(Path path, String ending) throws BadFile {
        if (!CellSource.ending(path).equals(ending)) {
            throw new BadFile(path + ": the name of a Jupyter notebook ends in " + ending);
        }
        return path;
    }

    private void said(Path written) {
        if (!options.json()) {
            out.println("wrote " + ControlCharacters.text(written.toString()));
        }
    }
}
