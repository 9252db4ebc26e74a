package layerbook.notebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import layerbook.io.BadFile;
import layerbook.io.TextFile;
import layerbook.io.WellFormedText;
import layerbook.session.output.ControlCharacters;

/** {@code layerbook run FILE...}: runs notebooks, shows, checks, stores or writes what comes of them. */
public final class Runner {
    /** All cells ran and nothing differed. */
    public static final int OK = 0;
    /** A cell failed, or an output differs from the stored one. */
    public static final int FAILED = 1;
    /** A file cannot be read or written. */
    public static final int UNREADABLE = 2;
    /** The user has stopped the run: nothing was written. */
    public static final int INTERRUPTED = 130;

    private Runner() {}

    /** Runs the notebooks and gives the exit code of the program. */
    public static int run(RunOptions options, PrintStream out, PrintStream err) {
        if (options.files().isEmpty()) {
            err.println("layerbook: no notebook given");
            return UNREADABLE;
        }
        if (options.watch()) {
            return new Watch(options, out, err).run();
        }
        return options.files().size() == 1 ? new FileRun(options, options.files().get(0), out, err).run() : sideBySide(options, out, err);
    }

    /** Stops whatever runs now, from any thread, and lets nothing more begin; says whether a cell ran that is told now. */
    public static boolean interrupt() {
        return NotebookRun.interrupt();
    }

    /** Each file in a session of its own, as many at once as there are processors; what they say comes in the order of the files. */
    private static int sideBySide(RunOptions options, PrintStream out, PrintStream err) {
        if (options.html() != null || options.ipynb() != null || options.markdown() != null) {
            err.println("layerbook: --html, --ipynb and --md write one notebook; give one file");
            return UNREADABLE;
        }
        var progress = new Progress(err, options.progress() && !options.json(), options.view(), options.files().size());
        int threads = Math.min(options.files().size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Said>> said = new ArrayList<>();
            for (Path file : options.files()) {
                said.add(pool.submit(() -> aside(options.only(file), file, progress)));
            }
            int worst = OK;
            for (Future<Said> one : said) {
                Said what = one.get();
                progress.aside(() -> what.pass(out, err));
                worst = Math.max(worst, what.code());
            }
            progress.clear();
            return worst;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private record Said(int code, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        void pass(PrintStream toOut, PrintStream toErr) {
            toOut.writeBytes(out.toByteArray());
            toOut.flush();
            toErr.writeBytes(err.toByteArray());
        }
    }

    private static Said aside(RunOptions options, Path file, Progress progress) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var toOut = new PrintStream(out, false, WellFormedText.UTF_8); var toErr = new PrintStream(err, false, WellFormedText.UTF_8)) {
            if (!options.json()) {
                toOut.println((options.view().unicode() ? "── " : "-- ") + ControlCharacters.text(file.toString()));
            }
            int code = new FileRun(options, file, toOut, toErr, progress).named(true).run();
            progress.done(file.getFileName().toString());
            toOut.flush();
            toErr.flush();
            return new Said(code, out, err);
        }
    }

    /** Says in one line why a file could not be used. */
    static int unreadable(IOException e, Path file, PrintStream err) {
        err.println(ControlCharacters.text("layerbook: " + (e instanceof BadFile ? e : TextFile.failed(file, e)).getMessage()));
        return UNREADABLE;
    }
}
