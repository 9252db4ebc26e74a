/**
 * Java and command text: brackets, statements, simple expressions, where a cursor stands. Knows no compiler.
 *
 * <p>Imports nothing of Layerbook but {@code io}. Immutable or used by one thread at a time: every class may be used from any thread.
 * <pre>{@code
 * Brackets.of("conv2d(16, 3").isOpen();                       // true: more lines are wanted
 * SimpleStatement.read("x = x.then(relu())").isPresent();     // true: it can be run without the compiler
 * }</pre>
 */
package layerbook.session.text;
