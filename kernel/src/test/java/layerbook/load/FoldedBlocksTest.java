package layerbook.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A config's tree shows repeated blocks once, with what is in one of them. */
class FoldedBlocksTest {
    @Test void equalBlocksAreOneRow() {
        String text = Load.file(ExpectedFilesTest.FILES.resolve("llama-2-7b/config.json")).text(100, true, false);
        assertEquals(1, text.lines().filter(l -> l.contains("layers.")).count(), text);
        assertTrue(text.contains("layers.0–31 ×32") && text.contains("202,383,360") && text.contains("6,738,415,616"), text);
    }
}
