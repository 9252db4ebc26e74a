package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerTest {
    /** One row is for the prompt, so a window of 10 rows shows 9 lines without the pager; a line of 81 columns takes two rows of 80. */
    @ParameterizedTest @CsvSource({"9, 5, false", "10, 5, true", "8, 81, true", "5, 80, false", "0, 0, false"})
    void aTextThatDoesNotFitAboveThePromptIsPaged(int lines, int columns, boolean paged) throws IOException {
        try (var terminal = TerminalBuilder.builder().system(false).streams(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream()).type("xterm").build()) {
            terminal.setSize(new Size(80, 10));
            assertEquals(paged, Pager.isLong(("x".repeat(columns) + "\n").repeat(lines), terminal));
        }
    }
}
