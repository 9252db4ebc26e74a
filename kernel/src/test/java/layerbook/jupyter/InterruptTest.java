package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
    @TempDir Path folder;
    private Kernel kernel;
    private FrontEnd front;
    private InputStream stdin;

    @BeforeEach void start() {
        var anywhere = new Connection("127.0.0.1", 0, 0, 0, 0, 0, "secret", "hmac-sha256");
        kernel = new Kernel(anywhere, Kernel::session, History.at(folder.resolve("history.jsonl")));
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
        assertEquals("Interrupted", front.reply(front.shell, id).text("ename"));
    }

    /** Sixty thousand products keep the compiler busy for seconds; the interrupt is sent again until it has found something to stop. */
    @Tag("slow")
    @Test void aCellThatIsBeingCompiledIsInterruptedAndTheNextOneRuns() {
        String products = IntStream.range(0, 60_000).mapToObj(i -> "(" + i + "*" + (i + 1) + ")").collect(Collectors.joining("+"));
        String id = front.execute("int huge = " + products);
        front.shell.setReceiveTimeOut(200);
        Message reply = null;
        for (int i = 0; reply == null && i < 300; i++) {
            front.reply(front.control, front.ask(front.control, "interrupt_request", Map.of()));
            reply = front.hearOrNull(front.shell);
        }
        front.shell.setReceiveTimeOut(60_000);
        assertEquals(id, reply.parent().get("msg_id"));
        assertEquals("Interrupted", reply.text("ename"));
        Message after = front.reply(front.shell, front.execute("check(huge == 0, \"it has a value\")")); // declared or not, it was never given one
        assertTrue(after.text("status").equals("ok") || after.text("evalue").contains("no variable huge"), () -> after.text("evalue"));
        assertEquals("ok", front.reply(front.shell, front.execute("6 * 7")).text("status"));
    }
}
