package layerbook.repl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.builtins.Less;
import org.jline.builtins.Source;

/** Shows text that is longer than the screen, page by page: JLine's own {@code less}, with its keys ({@code q} leaves). */
final class Pager {
    private Pager() {}

    /** Whether the text, folded at the window's width, does not fit the window with a prompt below it. */
    static boolean isLong(String text, org.jline.terminal.Terminal terminal) {
        int rows = terminal.getHeight();
        int columns = Math.max(1, terminal.getWidth());
        long lines = text.lines().mapToLong(line -> 1 + Math.max(0, org.jline.utils.AttributedString.fromAnsi(line).columnLength() - 1) / columns).sum();
        return rows > 4 && lines >= rows && !Console.isDumb(terminal);
    }

    static void show(String text, String name, org.jline.terminal.Terminal terminal) {
        var less = new Less(terminal, Path.of("").toAbsolutePath());
        less.quitAtSecondEof = true;
        try {
            less.run(new Source.InputStreamSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, name));
        } catch (IOException e) {
            terminal.writer().println(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
