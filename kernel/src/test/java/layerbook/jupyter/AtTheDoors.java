package layerbook.jupyter;

import java.nio.file.Path;
import layerbook.session.Session;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A kernel on free ports of this machine, and a front end that has its key. */
abstract class AtTheDoors {
    static final Connection ANYWHERE = new Connection("127.0.0.1", 0, 0, 0, 0, 0, "the right key", "hmac-sha256");

    @TempDir Path folder;
    Kernel kernel;
    FrontEnd front;

    @BeforeEach void start() {
        kernel = new Kernel(ANYWHERE, () -> Session.open(Settings.standard()), History.at(folder.resolve("history.jsonl")));
        front = new FrontEnd(kernel.connection());
    }

    @AfterEach void stop() {
        front.close();
        kernel.close();
    }
}
