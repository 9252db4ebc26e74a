package layerbook.load.file;

import java.io.IOException;

/** A kind of file: how its content is recognised, and how its head is read. One line in {@link layerbook.load.Load} adds it. */
public interface Format {
    /** Whether the content is of this kind; looks at a few bytes, and at the name only where the content leaves a choice. */
    boolean recognises(Source source) throws IOException;

    /**
     * Reads the head.
     *
     * @throws layerbook.shape.Refusal if the file is cut off, broken, or holds something that is not read here
     */
    Loaded read(Source source) throws IOException;
}
