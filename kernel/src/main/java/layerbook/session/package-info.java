/**
 * One user's session: run a text, report what it changed; commands, help, completion.
 *
 * <p>May import {@code session.errors} and what it imports. {@link layerbook.session.Session} is the one class that front ends talk to; its methods may
 * be called from any thread, one text runs at a time. The engine starts on a thread of its own ({@code layerbook-start}).
 * <pre>{@code
 * try (Session session = Session.open(Settings.standard())) {
 *     session.run("input(3, 32, 32)\nconv2d(16, 3, padding(1))", output -> System.out.println(output.plain(View.PLAIN)));
 * }
 * }</pre>
 */
package layerbook.session;
