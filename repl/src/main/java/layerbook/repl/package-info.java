/**
 * The program: the command line and the terminal. A client of {@link layerbook.session.Session}, {@code notebook} and {@code jupyter}, which know
 * nothing of terminals; the only package that sees JLine and picocli.
 *
 * <p>The way of a statement: {@link layerbook.repl.Prompt} reads it (a JLine line reader, told by {@code Session.completeness} whether the
 * text is complete), {@link layerbook.repl.Terminal} hands it to the session on the main thread, {@link layerbook.repl.Screen} shows what comes
 * of it. Whatever is printed while a prompt stands goes above it.
 *
 * <p>The start, on which thread what runs. Main thread: the launcher's JVM (classes from its archive), JLine's terminal, preferences, history, the
 * prompt. Only when the prompt stands: {@code layerbook-later} opens the session, and a second one lists the words that are coloured.
 * {@code layerbook-start}, begun by the session: the engine, which is JShell with its imports and so the first use of javac. What is typed meanwhile is
 * kept and run when the engine is there. {@code layerbook-compile} then splits and compiles statements, {@code layerbook-session} carries them out;
 * {@code layerbook-shell} makes the next shell ready after some hundred statements, {@code layerbook-sweep} looks for what the last one left behind.
 * JShell's own list of all classes is made only when a class is looked for that is not imported. A run of 02-cnn.jsh is 2 s of
 * processor time on 17, archive and all: half of it javac on {@code layerbook-compile} and {@code layerbook-start}, a third the JVM's C1 compiler.
 */
package layerbook.repl;
