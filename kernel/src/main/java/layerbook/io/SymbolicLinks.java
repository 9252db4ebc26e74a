package layerbook.io;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where symbolic links lead. */
final class SymbolicLinks {
    static final String LOOP = "is a link that cannot be followed, as links in a loop";
    /** As many as Linux follows. */
    private static final int MOST = 40;

    private SymbolicLinks() {}

    /** What stands at the end of a link, or of links to links, whether it exists or not; a file that is no link is its own end. */
    static Path end(Path file) throws IOException {
        Path at = file;
        for (int i = 0; i <= MOST; i++) {
            if (!Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        throw new FileSystemLoopException(file.toString());
    }
}
