/**
 * JShell as an engine: shells that follow each other, the execution control that loads snippet classes and hands back values, the fast path that needs no
 * compiler, variables, undo of values, and how to stop what runs.
 *
 * <p>May import {@code session.text}, {@code session.output} and what they import; knows nothing of the words a user types but the class that declares
 * them, which the session passes in. {@link layerbook.session.jshell.ExecutionThreads} owns the two threads of a session: {@code layerbook-compile} takes a
 * text statement by statement and compiles, {@code layerbook-session} runs what was compiled. The next shell is prepared on {@code layerbook-shell}.
 * <pre>{@code
 * shells.open();
 * shells.eval("int x = 1;").events();      // one event: x is VALID
 * variables.get("x");                      // 1, the object itself
 * }</pre>
 */
package layerbook.session.jshell;
