package layerbook.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import layerbook.io.BadFile;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.Notebook;
import layerbook.session.output.ControlCharacters;

/**
 * {@code --watch}: runs a notebook, and again from the changed cell on whenever its file changes. Ends when interrupted.
 *
 * <p>A session cannot be taken back to where it was: a list that was added to stays longer, a class that is gone from the file stays declared.
 * So while the user types, the cells before the one that changed last run ahead in a fresh session; if that one changes again, or one behind it,
 * only what comes from there is left to run. What is shown is always what a run of the whole file shows.
 */
final class Watch {
    /** Editors write a file in several steps; changes this close together are one. */
    private static final long SETTLE_MILLIS = 80;

    private final RunOptions options;
    private final PrintStream out;
    private final PrintStream err;
    private final Path file;
    private CompletableFuture<NotebookRun> next;
    private List<Cell> before = List.of();
    private int ran;

    Watch(RunOptions options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
        this.file = options.files().get(0);
    }

    int run() {
        if (options.files().size() > 1) {
            err.println("layerbook: --watch runs one notebook; give one file");
            return Runner.UNREADABLE;
        }
        next = CompletableFuture.completedFuture(fresh());
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return Runner.unreadable(new BadFile(file + ": there is no folder " + folder + " to watch; check the way to it"), file, err);
        }
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
            do {
                again();
            } while (!NotebookRun.isInterrupted() && await(changes));
            if (NotebookRun.isInterrupted()) {
                return Runner.INTERRUPTED;
            }
            err.println("layerbook: " + ControlCharacters.text(folder.toString()) + " is gone; when it is back, start again");
            return Runner.UNREADABLE;
        } catch (IOException e) {
            return Runner.unreadable(e, file, err);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Runner.OK;
        } finally {
            next.thenAccept(NotebookRun::close);
        }
    }

    /** Runs what has changed. A broken file is waited for. */
    private void again() {
        try {
            NotebookRun run = next.join();
            Notebook asWritten = Notebook.read(file);
            Notebook notebook = Parameters.put(run.runnable(asWritten), options.set(), file.toString());
            List<Cell> code = NotebookRun.code(notebook);
            int from = changed(before, code, ran);
            if (from == code.size() && code.size() == before.size()) {
                return;
            }
            if (run.runs().size() > from || run.isOver()) {
                run.close();
                run = fresh();
            }
            boolean first = before.isEmpty();
            one(asWritten, notebook, run, from);
            ran = run.runs().size();
            before = code;
            run.close();
            int settled = first ? ran - 1 : Math.min(from, ran - 1); // at first one writes at the end
            next = CompletableFuture.supplyAsync(() -> ahead(notebook, settled));
        } catch (IOException e) {
            Runner.unreadable(e, file, err);
        }
        if (!NotebookRun.isInterrupted()) {
            err.println("watching " + ControlCharacters.text(file.toString()));
        }
    }

    private void one(Notebook asWritten, Notebook notebook, NotebookRun run, int from) throws IOException {
        var what = new FileRun(options, file, out, err);
        run.run(notebook, from, what.report());
        what.finish(asWritten, notebook, run);
    }

    private NotebookRun ahead(Notebook notebook, int cells) {
        NotebookRun run = fresh();
        run.ahead(notebook, cells);
        return run;
    }

    private NotebookRun fresh() {
        return new NotebookRun(FileRun.settings(file), options.keepGoing());
    }

    /** The first code cell that says something else than before, or that has not run yet. */
    static int changed(List<Cell> before, List<Cell> now, int ran) {
        int same = 0;
        while (same < Math.min(Math.min(before.size(), now.size()), ran) && before.get(same).source().equals(now.get(same).source())) {
            same++;
        }
        return same;
    }

    /** Waits until the file changes; false if its folder is gone. */
    private boolean await(WatchService changes) throws InterruptedException {
        boolean ours = false;
        while (!ours) {
            WatchKey key = changes.take();
            do {
                ours |= key.pollEvents().stream().anyMatch(event -> file.getFileName().equals(event.context()));
                if (!key.reset()) {
                    return false;
                }
                key = changes.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
            } while (key != null);
        }
        return true;
    }
}
