package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import layerbook.session.Session;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShutdownTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKernelSaysThatItEndsAndEnds(boolean restart) {
        var anywhere = new Connection("127.0.0.1", 0, 0, 0, 0, 0, "secret", "hmac-sha256");
        try (var kernel = new Kernel(anywhere, () -> Session.open(Settings.standard()), History.at(folder.resolve("h.jsonl")));
             var front = new FrontEnd(kernel.connection())) {
            String id = front.ask(front.control, "shutdown_request", Map.of("restart", restart));
            Message reply = front.reply(front.control, id);
            assertEquals("shutdown_reply", reply.type());
            assertEquals(restart, reply.flag("restart", !restart));
            assertTimeoutPreemptively(Duration.ofSeconds(20), kernel::await);
        }
    }
}
