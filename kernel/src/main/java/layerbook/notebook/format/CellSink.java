package layerbook.notebook.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import layerbook.io.BadFile;

/** Takes the cells of a notebook one after the other and writes them in its format. */
public interface CellSink {
    void begin(Header header) throws IOException;

    void cell(Cell cell) throws IOException;

    void end() throws IOException;

    /** The sink for the format that the file's name asks for. */
    static CellSink to(Path file, Writer out) throws IOException {
        String ending = CellSource.ending(file);
        return switch (ending) {
            case ".ipynb" -> new IpynbSink(out);
            case ".jsh", ".java" -> new TextSink(out, ending);
            default -> throw new BadFile(file + ": a notebook's name ends in .jsh, .java or .ipynb");
        };
    }
}
