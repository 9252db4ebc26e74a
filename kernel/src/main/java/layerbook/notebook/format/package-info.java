/**
 * Notebook files: {@code .jsh} and {@code .ipynb} read into cells and written back.
 *
 * <p>A {@code .jsh} notebook is Java with comments, in the percent format (version 1.3) that jupytext and editors know. Reading keeps the exact text of
 * each cell, so that writing an untouched notebook gives the same bytes. What only one of the two formats can hold (ids, rich outputs, odd spacing) is
 * carried through the other, and used again only while it still matches the cell. Cells flow from a
 * {@link layerbook.notebook.format.CellSource} to a {@link layerbook.notebook.format.CellSink} one at a time, so that big files need not fit in memory.
 *
 * <p>Imports nothing of Layerbook but {@code io}. Values are immutable; a source or sink belongs to one thread.
 * <pre>{@code
 * Notebook lesson = Notebook.read(Path.of("notebooks/02-cnn.jsh"));
 * for (Cell cell : lesson.cells()) {
 *     System.out.println(cell.kind() + " at line " + cell.line());
 * }
 * }</pre>
 */
package layerbook.notebook.format;
