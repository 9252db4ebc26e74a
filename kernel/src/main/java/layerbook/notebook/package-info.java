/**
 * Notebooks: {@code .jsh} and {@code .ipynb} in, cells out; run all, check, update, write a page.
 *
 * <p>A {@code .jsh} notebook is Java with comments, in the percent format (version 1.3) that jupytext and editors know. Reading keeps the exact
 * text of each cell, so writing an untouched notebook gives the same bytes. What only one of the two formats can hold (ids, rich outputs; odd
 * spacing) is carried through the other, and used again only while it still says the same as what stands there.
 *
 * <pre>{@code
 * Notebook lesson = Notebook.read(Path.of("notebooks/02-cnn.jsh"));
 * for (Cell cell : lesson.cells()) {
 *     System.out.println(cell.kind() + " at line " + cell.line());
 * }
 * Convert.convert(Path.of("notebooks/02-cnn.jsh"), Path.of("02-cnn.ipynb"));
 * }</pre>
 *
 * May import {@code session} and what lies behind it. Data flows {@link layerbook.notebook.CellSource} to {@link layerbook.notebook.CellSink}, one
 * cell at a time, so that big files stream.
 */
package layerbook.notebook;
