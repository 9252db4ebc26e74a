package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import layerbook.session.Session;
import layerbook.session.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
    @TempDir Path folder;
    private Kernel kernel;
    private FrontEnd front;
    private InputStream stdin;

    @BeforeEach void start() {
        var anywhere = new Connection("127.0.0.1", 0, 0, 0, 0, 0, "secret", "hmac-sha256");
        kernel = new Kernel(anywhere, () -> Session.open(Settings.standard()), History.at(folder.resolve("history.jsonl")));
        stdin = System.in;
        System.setIn(kernel.input());
        front = new FrontEnd(kernel.connection());
    }

    @AfterEach void stop() {
        System.setIn(stdin);
        front.close();
        kernel.close();
    }

    @Test void aLoopIsInterruptedByMessageAndWhatWasThereStays() {
        front.reply(front.shell, front.execute("int kept = 7"));
        String id = front.execute("System.in.read(); while (true) { }");
        front.hear(front.stdin);
        front.ask(front.stdin, "input_reply", Map.of("value", ""));
        String stop = front.ask(front.control, "interrupt_request", Map.of());
        assertEquals("ok", front.reply(front.control, stop).text("status"));
        assertEquals("error", front.reply(front.shell, id).text("status"));
        assertEquals("ok", front.reply(front.shell, front.execute("kept")).text("status"));
    }

    @Test void aCellThatWaitsForInputIsInterrupted() {
        String id = front.execute("System.in.read()");
        front.hear(front.stdin);
        front.reply(front.control, front.ask(front.control, "interrupt_request", Map.of()));
        assertEquals("error", front.reply(front.shell, id).text("status"));
    }
}
