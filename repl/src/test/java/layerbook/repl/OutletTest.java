package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Output that cannot be written is said, and makes the program fail. */
class OutletTest {
    private final List<Integer> ended = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void lostOutputIsSaidAndFails() {
        assertEquals(2, end("No space left on device", 0));
        assertEquals("layerbook: the output cannot be written (No space left on device); make room there or send it to another place",
            said.toString(StandardCharsets.UTF_8).strip());
        assertEquals(2, end("No space left on device", 1));
    }

    @Test
    void aReaderWhoHasHadEnoughEndsTheProgramAtOnceAndQuietly() {
        assertEquals(Outlet.UNHEARD, end("Broken pipe", 0));
        assertEquals(List.of(Outlet.UNHEARD), ended);
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whereFilesAreWrittenTheProgramGoesOn() {
        assertEquals(1, end(outlet("Broken pipe").goesOn(), 1));
        assertEquals(List.of(), ended);
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    private int end(String why, int code) {
        return end(outlet(why), code);
    }

    private Outlet outlet(String why) {
        return new Outlet(new OutputStream() {
            @Override public void write(int b) throws IOException {
                throw new IOException(why);
            }
        }, ended::add);
    }

    private int end(Outlet outlet, int code) {
        var out = new PrintStream(outlet, false, StandardCharsets.UTF_8);
        out.println("what a cell shows");
        out.println("and more");
        out.flush();
        return outlet.end(code, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
