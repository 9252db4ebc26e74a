/**
 * What front ends are given: outputs, problems and results as plain data, and the streams that user code prints to.
 *
 * <p>May import {@code lesson} and what it imports. Values are immutable. {@link layerbook.session.output.PrintedOutput} is called from the session's
 * worker and from threads that user code starts, and flushes on a timer thread of its own ({@code layerbook-print}).
 * <pre>{@code
 * session.run("relu()", output -> terminal.print(output.plain(View.PLAIN)));
 * }</pre>
 */
package layerbook.session.output;
