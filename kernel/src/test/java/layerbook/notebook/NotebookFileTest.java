package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import layerbook.count.Network;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notebook as a file that holds the network at its end. */
class NotebookFileTest {
    @TempDir
    Path folder;

    private NotebookFile notebook(String text) throws IOException {
        return NotebookFile.read(Files.writeString(folder.resolve("net.jsh"), text));
    }

    @Test void theNetworkIsTheLastOne() throws IOException {
        NotebookFile file = notebook("// %% first\ninput(3, 8, 8)\nconv2d(4, 3)\n// %% second\ninput(10)\nlinear(5)\n");
        Network network = file.network();
        assertEquals(10 * 5 + 5, network.params());
        assertEquals(50, network.macs());
        assertEquals(java.util.List.of("first", "second"), file.names());
        assertTrue(file.text(80, true, false).contains("net.jsh, the network at its end: 55 params, 50 multiply-adds"));
        String json = SummaryJson.of("net.jsh", file);
        assertTrue(json.contains("\"params\":55") && json.contains("\"kind\":\"notebook\""), json);
    }

    @Test void aCellThatFailsIsNamedWithItsLine() throws IOException {
        NotebookFile file = notebook("// %% broken\ninput(3)\nlinear(4).nothing()\n");
        Refusal refusal = assertThrows(Refusal.class, file::network);
        assertTrue(refusal.getMessage().contains("net.jsh:3: cell broken failed"), refusal::getMessage);
        assertTrue(refusal.suggestion().startsWith("layerbook run "), refusal::suggestion);
    }

    @Test void aNotebookWithoutANetworkSaysSo() throws IOException {
        Refusal refusal = assertThrows(Refusal.class, notebook("// %%\nint a = 3\n")::network);
        assertTrue(refusal.getMessage().contains("net.jsh ends without a network"), refusal::getMessage);
    }

    @Test void notebooksAreKnownByTheirEndings() {
        assertTrue(NotebookFile.isNotebook("a/b.jsh") && NotebookFile.isNotebook("b.ipynb"));
        assertFalse(NotebookFile.isNotebook("b.py") || NotebookFile.isNotebook("b.onnx"));
    }
}
