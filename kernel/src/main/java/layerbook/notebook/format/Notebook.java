package layerbook.notebook.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import layerbook.io.AtomicFile;
import layerbook.io.BadFile;

/** A notebook as a whole: its head and its cells, in the order in which they run. */
public record Notebook(Header header, List<Cell> cells) {
    public Notebook {
        cells = List.copyOf(cells);
    }

    /** Reads a {@code .jsh}, {@code .java} or {@code .ipynb}; what is wrong with a file is said with its name, line and column. */
    public static Notebook read(Path file) throws IOException {
        try (CellSource source = CellSource.open(file)) {
            return read(source);
        } catch (OutOfMemoryError e) {
            throw BadFile.tooBig(file);
        }
    }

    /** Reads the text of a {@code .jsh}; {@code name} is what errors call it. */
    public static Notebook parse(String text, String name) throws IOException {
        try (CellSource source = TextSource.of(text, name)) {
            return read(source);
        }
    }

    public static Notebook read(CellSource source) throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell = source.next(); cell != null; cell = source.next()) {
            cells.add(cell);
        }
        return new Notebook(source.header(), cells);
    }

    /** Writes the notebook in the format that the file's name asks for; the old file stays whole until the new one is. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, out -> writeTo(CellSink.to(file, out)));
    }

    /** The notebook as the text of a {@code .jsh}. */
    public String text() {
        var out = new java.io.StringWriter();
        try {
            writeTo(new TextSink(out, ".jsh"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // a StringWriter has no reason to fail
        }
        return out.toString();
    }

    public void writeTo(CellSink sink) throws IOException {
        sink.begin(header);
        for (Cell cell : cells) {
            sink.cell(cell);
        }
        sink.end();
    }
}
