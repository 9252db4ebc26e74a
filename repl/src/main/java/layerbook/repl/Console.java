package layerbook.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import layerbook.session.output.Settings;
import org.jline.nativ.CLibrary;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.InfoCmp;

/** Opens the terminal that we were started in. */
final class Console {
    /** Terminals whose abilities JLine has written down; for others it runs {@code infocmp}, which takes 10 ms. */
    private static final Set<String> KNOWN = Set.of("xterm", "xterm-256color", "screen", "screen-256color");

    private static final int STANDARD_INPUT = 0;

    private Console() {}

    /**
     * The terminal in raw mode for as long as we run: what is typed while a statement runs is not echoed into its output, and waits for the
     * next prompt. Signals stay on, so Ctrl-C is heard at any time; but for Ctrl-\, at which a JVM fills the screen with its threads. Whatever ends us, JLine
     * leaves the terminal as it was.
     */
    static org.jline.terminal.Terminal open() throws IOException {
        String type = System.getenv("TERM");
        var terminal = type == null || type.startsWith("dumb") || System.getProperty("os.name").startsWith("Windows") ? searched() : direct(type);
        if (!isDumb(terminal)) {
            terminal.enterRawMode();
            Attributes raw = terminal.getAttributes();
            raw.setControlChar(ControlChar.VQUIT, System.getProperty("os.name").startsWith("Mac") ? 0xFF : 0); // what the system calls no key
            terminal.setAttributes(raw);
        }
        return terminal;
    }

    /** By JNI, without looking at what other ways there are, which would take 40 ms. */
    private static org.jline.terminal.Terminal direct(String type) throws IOException {
        try {
            Pty pty = new JniTerminalProvider().current(SystemStream.Output);
            var before = new CLibrary.Termios();
            boolean known = CLibrary.tcgetattr(STANDARD_INPUT, before) == 0;
            return on(pty, type, known ? () -> CLibrary.tcsetattr(STANDARD_INPUT, CLibrary.TCSANOW, before) : () -> { });
        } catch (IOException | RuntimeException | LinkageError e) {
            return searched(); // no native library for this system: JLine looks for another way
        }
    }

    /** @param afterwards done when JLine has put back what it knows of a terminal: it forgets the speed of the line, which would be 0, "hung up" */
    static org.jline.terminal.Terminal on(Pty pty, String type, Runnable afterwards) throws IOException {
        if (KNOWN.contains(type)) {
            InfoCmp.setLoadedInfoCmp(type, () -> InfoCmp.getDefaultInfoCmp(type));
        }
        return new PosixSysTerminal("layerbook", type, pty, StandardCharsets.UTF_8, StandardCharsets.UTF_8, Surroundings.charset(), true, SignalHandler.SIG_DFL) {
            @Override protected void doClose() throws IOException {
                super.doClose();
                afterwards.run();
            }
        };
    }

    private static org.jline.terminal.Terminal searched() throws IOException {
        return TerminalBuilder.builder().system(true).dumb(true).encoding(StandardCharsets.UTF_8).stdoutEncoding(Surroundings.charset())
            .ffm(false).jna(false).jansi(false).build();
    }

    static boolean isDumb(org.jline.terminal.Terminal terminal) {
        return terminal.getType().startsWith("dumb");
    }

    static Settings settings() {
        return new Settings(List.of(), Path.of("").toAbsolutePath(), true);
    }
}
