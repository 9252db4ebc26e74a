package layerbook.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import layerbook.session.Settings;
import org.jline.terminal.Attributes;
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

    private Console() {}

    /**
     * The terminal in raw mode for as long as we run: what is typed while a statement runs is not echoed into its output, and waits for the
     * next prompt. Signals stay on, so Ctrl-C is heard at any time.
     */
    static org.jline.terminal.Terminal open() throws IOException {
        String type = System.getenv("TERM");
        var terminal = type == null || type.startsWith("dumb") || System.getProperty("os.name").startsWith("Windows") ? searched() : direct(type);
        if (!isDumb(terminal)) {
            Attributes before = terminal.enterRawMode();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> terminal.setAttributes(before)));
        }
        return terminal;
    }

    /** By JNI, without looking at what other ways there are, which would take 40 ms. */
    private static org.jline.terminal.Terminal direct(String type) throws IOException {
        try {
            return on(new JniTerminalProvider().current(SystemStream.Output), type);
        } catch (IOException | RuntimeException | LinkageError e) {
            return searched(); // no native library for this system: JLine looks for another way
        }
    }

    static org.jline.terminal.Terminal on(Pty pty, String type) throws IOException {
        if (KNOWN.contains(type)) {
            InfoCmp.setLoadedInfoCmp(type, () -> InfoCmp.getDefaultInfoCmp(type));
        }
        return new PosixSysTerminal("layerbook", type, pty, StandardCharsets.UTF_8, StandardCharsets.UTF_8, Surroundings.charset(), true, SignalHandler.SIG_DFL);
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
