package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InfoTest {
    @Test void theKernelSpeaksVersion54OfTheProtocol() {
        assertEquals("5.4", Info.reply().get("protocol_version"));
    }
}
