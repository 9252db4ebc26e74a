package layerbook.notebook.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import layerbook.io.BadFile;
import layerbook.io.TextFile;

/** Gives the cells of a notebook one after the other, so that a big file need not fit into memory. */
public interface CellSource extends Closeable {
    /** What stands before the first cell. */
    Header header() throws IOException;

    /** The next cell, or null behind the last. */
    Cell next() throws IOException;

    /** Opens a notebook by the ending of its name. */
    static CellSource open(Path file) throws IOException {
        return switch (ending(file)) {
            case ".ipynb" -> IpynbSource.of(() -> TextFile.open(file), file.toString());
            case ".jsh", ".java" -> TextSource.of(TextFile.open(file), file.toString());
            case ".py" -> PythonCells.of(TextFile.open(file), file.toString());
            default -> throw wrongName(file);
        };
    }

    /** No notebook by its name; a directory, or nothing at all, is called that first. */
    private static BadFile wrongName(Path file) throws IOException {
        TextFile.open(file).close();
        return new BadFile(file + ": a notebook's name ends in .jsh, .java, .ipynb or .py");
    }

    /** The ending of a file's name with its dot, in lower case, or the empty string. */
    static String ending(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
