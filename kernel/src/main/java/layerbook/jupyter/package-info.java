/**
 * The Jupyter protocol, version 5.4: a session as a kernel that notebooks, labs and consoles can talk to. The only package that sees ZeroMQ.
 * May import {@code notebook} and what lies behind it.
 *
 * <p>What arrives goes this way: {@link layerbook.jupyter.Sockets} reads frames, {@link layerbook.jupyter.Wire} makes a
 * {@link layerbook.jupyter.Message} of them (or drops them), {@link layerbook.jupyter.Kernel} answers it, {@link layerbook.jupyter.Outbox}
 * keeps what is said in order and sends it. Four threads: one owns the sockets and only ever waits in poll, one answers the shell (and runs
 * cells), one answers control (so that an interrupt never waits for a cell), one empties the outbox.
 *
 * <p>How the command line uses it:
 * <pre>{@code
 * Kernel.start(Path.of(connectionFile));             // layerbook jupyter start CONNECTION_FILE; comes back when the kernel has shut down
 * Install.main(List.of("install", "--user"), out);   // layerbook jupyter install|uninstall ...; gives the exit code
 * }</pre>
 */
package layerbook.jupyter;
