package layerbook.table;

import java.nio.file.Path;
import tech.tablesaw.api.Table;

/**
 * Something with a table behind it, whatever it looks like: as a Tablesaw table to filter and sort, as text in another format, as a file.
 * <pre>{@code
 * tree().as("markdown")
 * memory().save("memory.csv")
 * summary().table()
 * }</pre>
 */
public interface Tabular extends Laid {
    /** The rows. */
    Grid grid();

    /** As a Tablesaw table, to filter, sort and export. */
    default Table table() {
        return Tablesaw.of(grid());
    }

    /** As text in a format: {@code csv markdown latex html json}. */
    default String as(String format) {
        return Format.of(format).write(grid());
    }

    /** Writes a file, in the format that its ending says: {@code .csv .md .tex .html .json}. */
    default Path save(String file) {
        return Format.ofFile(file).save(grid(), Path.of(file));
    }
}
