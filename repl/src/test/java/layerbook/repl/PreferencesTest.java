package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /set} keeps. */
class PreferencesTest {
    @TempDir
    Path home;

    @Test void whatIsSetIsThereNextTime() throws IOException {
        Path file = home.resolve("deep/settings");
        Preferences.load(file).set("theme", "light");
        Preferences.load(file).set("prompt", "> ");
        Preferences next = Preferences.load(file);
        assertEquals("light", next.get("theme"));
        assertEquals("> ", next.get("prompt"));
        assertEquals("table", next.get("echo"));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList(), "no file beside is left");
        }
    }

    @Test void whatWeDoNotKnowIsKept() throws IOException {
        Path file = Files.writeString(home.resolve("settings"), "# mine\nfuture = yes\ntheme=dark\n");
        Preferences.load(file).set("theme", "light");
        assertTrue(Files.readString(file).contains("future = yes"), Files.readString(file));
    }

    @Test void aBrokenFileIsNoReasonNotToStart() throws IOException {
        Path file = home.resolve("settings");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, '=', '\n'});
        assertEquals("auto", Preferences.load(file).get("theme"));
    }
}
