package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import layerbook.count.Network;
import layerbook.load.Load;
import layerbook.net.NetworkBuilder;
import layerbook.session.output.View;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.Test;

/** What {@code summary FILE --device NAME} says below the table. */
class HardwareLinesTest {
    private static final String LLAMA = "../notebooks/models/tinyllama-1.1b.json";
    private static final String CNN = "../kernel/src/test/resources/files/article_cnn_op13.onnx";

    private static String below(String file, String device, Long context) {
        return new NetworkBuilder().within(() -> {
            Network network = Load.file(file, List.of(Path.of(""))).network();
            return new HardwareLines(device, context).below(network, View.PLAIN);
        });
    }

    @Test void aNetworkOfFixedSizesFitsOrDoesNot() {
        String said = below(CNN, "RTX 4090", null);
        assertTrue(said.contains("weights in float16: " + String.format("%,d", 2 * 136_874) + " bytes"), said);
        assertTrue(said.contains("it fits") && said.contains("examples a second"), said);
    }

    @Test void anOpenLengthGivesAFormulaAndAsksForAContext() {
        String said = below(LLAMA, "RTX 4090", null);
        // 22 blocks, keys and values of 4 heads of 64 numbers, 2 bytes each
        assertTrue(said.contains(String.format("%,d", 22 * 2 * 4 * 64 * 2) + "·N·T"), said);
        assertTrue(said.contains("--context 8192"), said);
        assertFalse(said.contains("memory of RTX 4090"), said);
    }

    @Test void aContextPutsANumberInItsPlace() {
        String said = below(LLAMA, "RTX 4090", 2048L);
        assertTrue(said.contains(String.format("%,d", 22 * 2 * 4 * 64 * 2 * 2048L)), said);
        assertTrue(said.contains("context 2,048") && said.contains("tokens a second of a prompt"), said);
    }

    @Test void refusalsOfferWhatTheCommandLineTakes() {
        Refusal device = assertThrows(Refusal.class, () -> below(CNN, "RTX 409", null));
        assertEquals("--device \"RTX 4090\"", device.suggestion());
        Refusal context = assertThrows(Refusal.class, () -> below(CNN, "RTX 4090", 5L));
        assertTrue(context.getMessage().contains("--context has no place"), context::getMessage);
    }

    @Test void withoutADeviceNothingIsSaid() {
        assertEquals("", below(CNN, null, null));
    }
}
