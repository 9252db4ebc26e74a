package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import layerbook.io.JsonText;
import layerbook.notebook.format.Marker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The line that begins a cell, read as jupytext reads it. */
class MarkerTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/notebook/markers.txt", delimiter = '|', quoteCharacter = '\u0001')
    void isReadAsInThePercentFormat(String line, String kind, String metadata) {
        if (kind.equals("none")) {
            assertEquals(false, Marker.begins(line));
            return;
        }
        Marker marker = Marker.parse(line);
        assertEquals(kind + " " + metadata, marker.kind() + " " + JsonText.inline(marker.metadata()));
    }
}
