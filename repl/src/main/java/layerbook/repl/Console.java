package layerbook.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import layerbook.session.Settings;
import org.jline.terminal.Attributes;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal that we were started in. */
final class Console {
    private Console() {}

    /**
     * The terminal in raw mode for as long as we run: what is typed while a statement runs is not echoed into its output, and waits for the
     * next prompt. Signals stay on, so Ctrl-C is heard at any time.
     */
    static org.jline.terminal.Terminal open() throws IOException {
        var terminal = TerminalBuilder.builder()
            .system(true)
            .dumb(true)
            .encoding(StandardCharsets.UTF_8)
            .stdoutEncoding(Surroundings.charset())
            .build();
        if (!isDumb(terminal)) {
            Attributes before = terminal.enterRawMode();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> terminal.setAttributes(before)));
        }
        return terminal;
    }

    static boolean isDumb(org.jline.terminal.Terminal terminal) {
        return terminal.getType().startsWith("dumb");
    }

    static Settings settings() {
        return new Settings(List.of(), Path.of("").toAbsolutePath(), true);
    }
}
