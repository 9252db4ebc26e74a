package layerbook.notebook;

import layerbook.notebook.format.Cell;
import layerbook.page.CellRun;
import layerbook.session.output.Output;

/** Hears of a run while it goes on. */
interface RunReport {
    /** A cell of words was reached. */
    default void words(Cell cell) {}

    /** A code cell begins; {@code number} of {@code all}. */
    default void begins(Cell cell, int number, int all) {}

    /** The running cell shows something. */
    default void shows(Output output) {}

    /** A code cell is done. */
    default void done(CellRun run) {}
}
