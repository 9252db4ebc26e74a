package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Output that cannot be written is said, and makes the program fail. */
class OutletTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void lostOutputIsSaidAndFails() {
        assertEquals(2, end("No space left on device", 0));
        assertEquals("layerbook: the output cannot be written (No space left on device); make room there or send it to another place",
            said.toString(StandardCharsets.UTF_8).strip());
        assertEquals(2, end("No space left on device", 1));
    }

    @Test
    void aReaderWhoHasHadEnoughIsNoError() {
        assertEquals(0, end("Broken pipe", 0));
        assertEquals(1, end("Broken pipe", 1));
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    private int end(String why, int code) {
        var outlet = new Outlet(new OutputStream() {
            @Override public void write(int b) throws IOException {
                throw new IOException(why);
            }
        });
        var out = new PrintStream(outlet, false, StandardCharsets.UTF_8);
        out.println("what a cell shows");
        return CommandLine.ended(code, out, outlet, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
