/**
 * Runs notebooks: run all, check, update, watch, write a page, convert, step through a lesson, and the session's commands for files.
 *
 * <p>May import {@code page}, {@code notebook.format} and what they import. A run opens a session of its own and belongs to the thread that starts it;
 * several notebooks run on as many threads.
 * <pre>{@code
 * Runner.run(List.of("--check", "notebooks/02-cnn.jsh"), out);
 * Convert.convert(Path.of("notebooks/02-cnn.jsh"), Path.of("02-cnn.ipynb"));
 * }</pre>
 */
package layerbook.notebook;
