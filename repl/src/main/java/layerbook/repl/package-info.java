/**
 * The program: the command line and the terminal. A client of {@link layerbook.session.Session}, {@code notebook} and {@code jupyter}, which know
 * nothing of terminals; the only package that sees JLine and picocli.
 *
 * <p>The way of a statement: {@link layerbook.repl.Prompt} reads it (a JLine line reader, told by {@code Session.completeness} whether the
 * text is complete), {@link layerbook.repl.Terminal} hands it to the session on the main thread, {@link layerbook.repl.Screen} shows what comes
 * of it. Whatever is printed while a prompt stands goes above it; what a statement reads is typed behind what it printed, see {@link layerbook.repl.TypedInput}.
 *
 * <p>The start, on which thread what runs; the times are those of a JDK 17 with its archive on two cores. Main thread: the launcher's shell script (7 ms), the JVM
 * (50 ms, classes from the archive), JLine's terminal (60 ms), preferences, history, the prompt (20 ms). Only when the prompt stands, {@code layerbook-later}
 * opens the session, and a second one lists the words that are coloured; a {@code run} opens it first of all, before it reads the file. {@code layerbook-start},
 * begun by the session: the engine, which is there at once, and then its first shell, which is JShell with its imports and so the first use of javac: 250 ms,
 * of which a third is the JVM's C1 compiler on the other core. A plain statement ({@code Phrase}, {@code Meaning}, {@code Direct} in {@code layerbook.session})
 * does not wait for the shell; whatever else is typed meanwhile does. {@code layerbook-compile} splits and compiles statements, {@code layerbook-session} carries
 * them out; {@code layerbook-shell} makes the next shell ready after some hundred statements, {@code layerbook-sweep} looks for what the last one left behind.
 * JShell's own list of all classes is made only when a class is looked for that is not imported. A run of 02-cnn.jsh is 0.9 s of processor time and 0.6 s on the
 * clock: 49 of its 52 statements need no compiler and are through after 0.35 s, the shell is ready after 0.45 s, and a class, a method and an {@code if} are
 * compiled in what is left.
 */
package layerbook.repl;
