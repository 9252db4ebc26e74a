package layerbook.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * Keeps the statements of a session in a notebook as they come: a new one is appended, and forced to the disk, before the next is read, so that a
 * crash costs what is being typed and nothing else. Where an earlier one was taken back or replaced, the file is written anew.
 */
public final class Recording {
    private final Path file;
    private List<String> kept = List.of();

    public Recording(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Brings the file to these statements. */
    public void keep(List<String> statements) throws IOException {
        if (statements.equals(kept) && Files.exists(file)) {
            return;
        }
        boolean grown = !kept.isEmpty() && statements.size() > kept.size() && statements.subList(0, kept.size()).equals(kept) && Files.exists(file);
        if (grown) {
            String more = "\n" + notebook(statements.subList(kept.size(), statements.size())).text();
            Files.writeString(file, more, StandardCharsets.UTF_8, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } else {
            notebook(statements).write(file);
        }
        kept = List.copyOf(statements);
    }

    /** Each statement is a cell of its own, so that it shows when run what it showed when typed. */
    static Notebook notebook(List<String> statements) {
        return new Notebook(Header.empty(), statements.stream().map(s -> Cell.of(Kind.CODE, s, Map.of())).toList());
    }
}
