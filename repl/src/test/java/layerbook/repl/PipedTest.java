package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import layerbook.notebook.NotebookCommands;
import layerbook.session.Session;
import layerbook.session.output.Settings;
import layerbook.session.output.View;
import org.junit.jupiter.api.Test;

/** Statements through a pipe: what comes out, what goes wrong, the exit code. */
class PipedTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int pipe(String text) throws IOException {
        try (Session session = Session.open(Settings.standard())) {
            NotebookCommands.addTo(session);
            return new Piped(session, View.PLAIN, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))
                .read(new BufferedReader(new StringReader(text)));
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test void echoesEachStatement() throws IOException {
        assertEquals(0, pipe("int x = 5\nx + 1\n"));
        assertEquals("x ==> 5\n$1 ==> 6\n", out());
        assertEquals("", err());
    }

    @Test void aStatementGoesOnOverLines() throws IOException {
        assertEquals(0, pipe("int twice(int a) {\n  return 2 * a;\n}\nStream.of(1, 2)\n  .map(i -> twice(i))\n  .toList()\n"));
        assertEquals("created method twice(int)\n$1 ==> [2, 4]\n", out());
    }

    @Test void printingIsNotAltered() throws IOException {
        assertEquals(0, pipe("System.out.print(\"a\"); System.out.print(\"b\\n\");\nSystem.out.print(\"c\")\nSystem.err.println(\"e\")\n"));
        assertEquals("ab\nc\n", out());
        assertEquals("e\n", err());
    }

    @Test void aFailureIsToldAndTheRestRuns() throws IOException {
        assertEquals(1, pipe("int x = nothing\nint y = 2\n"));
        assertEquals("y ==> 2\n", out());
        assertEquals("  ✗ cannot find symbol: there is no variable nothing", err().lines().findFirst().orElse(""));
    }

    @Test void aBraceThatIsNeverClosedIsAnError() throws IOException {
        assertEquals(1, pipe("int y = 2\nclass Open {\n"));
        assertEquals("  ✗ the text ends before { is closed", err().lines().findFirst().orElse(""));
    }

    @Test void exitEndsWithItsCode() throws IOException {
        assertEquals(7, pipe("int y = 2\n/exit 7\nint z = 3\n"));
        assertEquals("y ==> 2\n", out());
    }

    @Test void theEndOfTheProgramIsOnlyTheEndOfTheStatement() throws IOException {
        pipe("System.exit(0)\nint z = 3\n");
        assertEquals("z ==> 3\n", out().lines().reduce((a, b) -> b).orElse("") + "\n");
    }

    @Test void nothingIsNoError() throws IOException {
        assertEquals(0, pipe("\n  \n// only a comment\n"));
        assertEquals("", out() + err());
    }
}
