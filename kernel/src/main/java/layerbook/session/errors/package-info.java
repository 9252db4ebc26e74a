/**
 * What explains errors: compiler diagnostics and refusals in the user's terms, near names, and fixes that run.
 *
 * <p>May import {@code session.jshell}, {@code session.words} and what they import. Called on the session's threads, after a statement has failed.
 * <pre>{@code
 * conv2d(16, 3, paddng(1))
 * // ✗ cannot find symbol: there is no method paddng
 * //    try    conv2d(16, 3, padding(1))
 * }</pre>
 */
package layerbook.session.errors;
