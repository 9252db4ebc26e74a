package layerbook.notebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import layerbook.io.BadFile;
import layerbook.io.WellFormedText;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.CellSource;
import layerbook.notebook.format.Header;
import layerbook.notebook.format.Notebook;

/**
 * Keeps the statements of a session in a notebook as they come: a new one is appended, and forced to the disk, before the next is read, so that a
 * crash costs what is being typed and nothing else. Where an earlier one was taken back or replaced, the file is written anew.
 */
public final class SessionRecording {
    /** A write of up to a page goes in one step; a longer one, cut short by a crash, would leave half a statement. */
    private static final int ONE_STEP = 4096;

    private final Path file;
    private List<String> kept = List.of();
    private long end;

    public SessionRecording(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Brings the file to these statements. What an editor has changed in it meanwhile stays, if they have only grown. */
    public void keep(List<String> statements) throws IOException {
        if (statements.equals(kept) && Files.exists(file)) {
            return;
        }
        if (!hasGrown(statements) || !append(statements.subList(kept.size(), statements.size()))) {
            notebook(statements).write(file);
        }
        kept = List.copyOf(statements);
        end = Files.size(file);
    }

    private boolean hasGrown(List<String> statements) {
        return CellSource.ending(file).equals(".jsh") && !kept.isEmpty() && statements.size() > kept.size() && statements.subList(0, kept.size()).equals(kept)
            && Files.exists(file);
    }

    /** False, with nothing written, where that does not go in one step and the file is as we left it. */
    private boolean append(List<String> statements) throws IOException {
        ByteBuffer more = WellFormedText.UTF_8.encode("\n" + notebook(statements).text());
        long size = Files.size(file);
        if (size == end && more.remaining() > ONE_STEP) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
            channel.write(more, size);
            if (more.hasRemaining()) { // no room for all of it: none of it stays
                channel.truncate(size);
                throw new BadFile(file + ": cannot be written to its end; make room there");
            }
        }
        return true;
    }

    /** Each statement is a cell of its own, so that it shows when run what it showed when typed. */
    static Notebook notebook(List<String> statements) {
        return new Notebook(Header.empty(), statements.stream().map(s -> Cell.of(CellKind.CODE, s, Map.of())).toList());
    }
}
