package layerbook.notebook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Gives the cells of a notebook one after the other, so that a big file need not fit into memory. */
public interface CellSource extends Closeable {
    /** What stands before the first cell. */
    Header header() throws IOException;

    /** The next cell, or null behind the last. */
    Cell next() throws IOException;

    /** Opens a notebook by the ending of its name. */
    static CellSource open(Path file) throws IOException {
        String reason = unreadable(file);
        if (reason != null) {
            throw new BadNotebook(file + ": " + reason);
        }
        return switch (ending(file)) {
            case ".ipynb" -> IpynbSource.of(() -> Files.newInputStream(file), file.toString());
            case ".jsh", ".java" -> TextSource.of(Files.newInputStream(file), file.toString());
            default -> throw new BadNotebook(file + ": a notebook's name ends in .jsh, .java or .ipynb");
        };
    }

    /** Why this file cannot be read, or null if it can. */
    private static String unreadable(Path file) {
        if (Files.isDirectory(file)) {
            return "is a directory, not a notebook";
        }
        if (!Files.exists(file)) {
            return Files.isSymbolicLink(file) ? broken(file) : "no such file";
        }
        if (!Files.isRegularFile(file)) { // a pipe would be waited for without a word
            return "is no regular file (a pipe or a device), not a notebook";
        }
        return Files.isReadable(file) ? null : "may not be read (permission denied)";
    }

    private static String broken(Path link) {
        try {
            link.toRealPath();
        } catch (NoSuchFileException e) {
            return "is a link to a file that does not exist";
        } catch (FileSystemException e) {
            return "is a link that cannot be followed, as links in a loop (" + e.getReason() + ")";
        } catch (IOException e) {
            return "is a link that cannot be followed (" + e.getMessage() + ")";
        }
        return "no such file";
    }

    /** The ending of a file's name with its dot, in lower case, or the empty string. */
    static String ending(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
