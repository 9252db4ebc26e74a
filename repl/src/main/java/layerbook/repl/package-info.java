/**
 * The program: the command line and the terminal. A client of {@link layerbook.session.Session}, {@code notebook} and {@code jupyter}, which know
 * nothing of terminals; the only package that sees JLine and picocli.
 *
 * <p>The way of a statement: {@link layerbook.repl.Prompt} reads it (a JLine line reader, told by {@link layerbook.repl.Statements} whether the
 * text is complete), {@link layerbook.repl.Terminal} hands it to the session on the main thread, {@link layerbook.repl.Screen} shows what comes
 * of it. Whatever is printed while a prompt stands goes above it.
 */
package layerbook.repl;
