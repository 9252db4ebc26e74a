/**
 * The words that a user types, as static members of {@link layerbook.session.words.Nn}: layers, options, and what is asked of a network.
 *
 * <p>May import {@code session.output}, {@code torch}, {@code load}, {@code export} and what they import; knows no JShell, and JShell knows none of it.
 * Words run on the session's worker thread and find their network builder by that thread.
 * <pre>{@code
 * import static layerbook.session.words.Nn.*;
 *
 * input(3, 32, 32)
 * conv2d(16, 3, padding(1))
 * params()                                 // 448
 * }</pre>
 */
package layerbook.session.words;
