package layerbook.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code --watch}: runs a notebook, and again from the changed cell on whenever its file changes. Ends when interrupted. */
final class Watch {
    /** Editors write a file in several steps; changes this close together are one. */
    private static final long SETTLE_MILLIS = 80;

    private final RunOptions options;
    private final PrintStream out;
    private final PrintStream err;
    private final Path file;
    private NotebookRun next;
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
        next = fresh();
        Path folder = file.toAbsolutePath().getParent();
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (true) {
                again();
                await(changes);
            }
        } catch (IOException e) {
            return Runner.unreadable(e, file, err);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Runner.OK;
        } finally {
            next.close();
        }
    }

    /** Runs all in a fresh session, so that every variable is what it was; shows it from the changed cell on. A broken file is waited for. */
    private void again() {
        try {
            Notebook notebook = Parameters.put(next.runnable(Notebook.read(file)), options.set(), file.toString());
            List<Cell> code = notebook.cells().stream().filter(cell -> cell.kind() == Kind.CODE).toList();
            int from = changed(before, code, ran);
            if (from == code.size() && code.size() == before.size()) {
                return;
            }
            NotebookRun run = next;
            run.run(notebook, from, new TextReport(out, options.view()));
            ran = run.runs().size();
            before = code;
            run.runs().stream().filter(CellRun::failed).forEach(cell -> err.println(FileRun.failure(file, cell)));
            run.close();
            next = fresh(); // warms up while the user types
            out.println("watching " + file);
        } catch (IOException e) {
            Runner.unreadable(e, file, err);
        }
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

    private void await(WatchService changes) throws InterruptedException {
        boolean ours = false;
        while (!ours) {
            WatchKey key = changes.take();
            do {
                ours |= key.pollEvents().stream().anyMatch(event -> file.getFileName().equals(event.context()));
                key.reset();
                key = changes.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
            } while (key != null);
        }
    }
}
