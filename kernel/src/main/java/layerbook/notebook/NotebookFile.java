package layerbook.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import layerbook.count.Conventions;
import layerbook.count.Network;
import layerbook.load.file.Loaded;
import layerbook.net.NetworkBuilder;
import layerbook.notebook.format.CellSource;
import layerbook.notebook.format.Notebook;
import layerbook.page.CellRun;
import layerbook.shape.Refusal;
import layerbook.table.EchoTable;
import layerbook.table.Figures;
import layerbook.table.Grid;
import layerbook.table.Tabular;

/**
 * A notebook as a file that holds a network: the one at its end. The notebook is run when the network is first asked for,
 * in a session of its own.
 * <pre>{@code
 * NotebookFile.read(Path.of("notebooks/02-cnn.jsh")).network().params();
 * }</pre>
 */
public final class NotebookFile implements Loaded, Tabular {
    private final Path path;
    private final Notebook notebook;
    private Network network;

    private NotebookFile(Path path, Notebook notebook) {
        this.path = path;
        this.notebook = notebook;
    }

    /** Whether the name is that of a notebook. */
    public static boolean isNotebook(String file) {
        return List.of(".jsh", ".ipynb").contains(CellSource.ending(Path.of(file)));
    }

    /** Reads the cells. @throws IOException if there is no such file, or it is no notebook */
    public static NotebookFile read(Path path) throws IOException {
        return new NotebookFile(path, Notebook.read(path));
    }

    @Override public Path path() {
        return path;
    }

    @Override public String kind() {
        return "notebook";
    }

    @Override public Content content() {
        return Content.NETWORK;
    }

    /** The titles of its code cells, or their numbers. */
    @Override public List<String> names() {
        var names = new ArrayList<String>();
        NotebookRun.code(notebook)
            .forEach(cell -> names.add(cell.title().isEmpty() ? String.valueOf(names.size() + 1) : cell.title()));
        return names;
    }

    /**
     * The network at the end of the notebook.
     *
     * @throws Refusal if a cell fails, with its line, or no cell adds to a network
     */
    @Override public synchronized Network network() {
        if (network == null) {
            network = run();
        }
        return network;
    }

    private Network run() {
        try (var run = new NotebookRun(FileRun.settings(path), false)) {
            run.run(run.runnable(notebook), 0, new RunReport() {});
            for (CellRun cell : run.runs()) {
                if (cell.failed()) {
                    throw refused(FileRun.failure(path, cell));
                }
            }
            NetworkBuilder builder = run.builder();
            if (builder.graph().isEmpty()) {
                throw refused(path.getFileName() + " ends without a network: no cell adds a layer");
            }
            return Network.last(builder, null);
        }
    }

    private Refusal refused(String message) {
        return Refusal.of("runtime", message).fix("layerbook run " + path);
    }

    // ---- as a table

    @Override public Grid grid() {
        Network net = network();
        Grid rows = EchoTable.of(net.graph(), net.number(), net.graph().size(), Conventions.FLOPS, true);
        var notes = new ArrayList<>(rows.notes());
        notes.add(path.getFileName() + ", the network at its end: " + Figures.text(net.paramsFormula()) + " params, "
            + Figures.text(net.flopsFormula(Conventions.MACS)) + " multiply-adds per example");
        return new Grid(rows.name(), rows.columns(), rows.marks(), notes);
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid().text(width, unicode, colour);
    }

    @Override public String html() {
        return grid().html();
    }

    @Override public String toString() {
        return path.getFileName() + ", notebook: " + notebook.cells().size() + " cells";
    }
}
