package layerbook.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import layerbook.io.AtomicFile;
import layerbook.table.Laid;

/**
 * Source text that makes a network.
 *
 * @param language what it is written in
 * @param text the source
 */
public record Code(Language language, String text) implements Laid {
    /** What a network can be written in. */
    public enum Language { PYTORCH }

    /** Writes the source to a file. */
    public Path save(String file) {
        try {
            Path path = Path.of(file);
            AtomicFile.write(path, out -> out.write(text));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return text.stripTrailing();
    }

    @Override public String toString() {
        return text;
    }
}
