package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

    @Test void whatAnotherSessionHasSetMeanwhileIsKept() throws IOException {
        Path file = home.resolve("settings");
        Preferences one = Preferences.load(file);
        Preferences two = Preferences.load(file);
        one.set("theme", "light");
        two.set("prompt", "> ");
        one.set("theme", "dark");
        assertEquals(List.of("dark", "> "), List.of(Preferences.load(file).get("theme"), Preferences.load(file).get("prompt")));
    }

    @Test void aBrokenFileIsNoReasonNotToStartAndIsLeftAlone() throws IOException {
        Path file = home.resolve("settings");
        byte[] broken = {(byte) 0xff, (byte) 0xfe, 0, '=', '\n'};
        Files.write(file, broken);
        Preferences preferences = Preferences.load(file);
        assertEquals("auto", preferences.get("theme"));
        assertTrue(preferences.trouble().orElse("").endsWith("is not UTF-8 text; save it in that encoding"));
        assertThrows(IOException.class, () -> preferences.set("theme", "light"));
        assertEquals("light", preferences.get("theme"), "for this session");
        assertArrayEquals(broken, Files.readAllBytes(file));
    }
}
