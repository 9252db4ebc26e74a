package layerbook.notebook;

import java.io.IOException;
import java.nio.file.Path;
import layerbook.io.AtomicFile;
import layerbook.io.BadFile;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellSink;
import layerbook.notebook.format.CellSource;

/** {@code layerbook convert IN OUT}: from one notebook format to the other and back, without loss. */
public final class Convert {
    private Convert() {}

    /** Converts by the endings of the names: {@code .jsh}, {@code .java}, {@code .ipynb}. */
    public static void convert(Path in, Path out) throws IOException {
        try (CellSource source = CellSource.open(in)) {
            AtomicFile.write(out, writer -> {
                CellSink sink = CellSink.to(out, writer);
                sink.begin(source.header());
                for (Cell cell = source.next(); cell != null; cell = source.next()) {
                    sink.cell(cell);
                }
                sink.end();
            });
        } catch (OutOfMemoryError e) { // one cell alone is too big
            throw BadFile.tooBig(in);
        }
    }
}
