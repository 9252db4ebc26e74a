package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import layerbook.session.Session;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a session that ended without leaving. */
class RescueTest {
    @TempDir
    Path directory;

    @Test void aSessionThatRunsIsNotLostAndOneThatWasLeftIsForgotten() throws Exception {
        var rescue = new Rescue(directory);
        try (Session session = Session.open(Settings.standard())) {
            rescue.watch(session);
            session.run("input(8)\nlinear(8)\nint bad = nothing", o -> { });
            assertEquals(List.of(), Rescue.lost(directory));
            try (var files = Files.list(directory)) {
                Path kept = files.filter(f -> f.toString().endsWith(".jsh")).findFirst().orElseThrow();
                assertEquals("// %%\ninput(8)\n\n// %%\nlinear(8)\n", Files.readString(kept));
            }
        }
        rescue.leave();
        try (var files = Files.list(directory)) {
            assertFalse(files.findAny().isPresent());
        }
    }

    @Test void whatAnEndedSessionLeftIsToldOnce() throws Exception {
        Files.writeString(directory.resolve("unsaved-123.jsh"), "// %%\nint a = 1\n");
        Path lost = Rescue.lost(directory).get(0);
        assertTrue(Files.readString(lost).contains("int a = 1"));
        assertEquals(List.of(), Rescue.lost(directory));
    }

    @Test void noLostSessionTakesThePlaceOfAnother() throws Exception {
        Files.writeString(directory.resolve("unsaved-123.jsh"), "// %%\nint a = 1\n");
        Files.writeString(directory.resolve("unsaved-124.jsh"), "// %%\nint b = 1\n");
        Files.writeString(directory.resolve("unsaved-125.jsh.lock"), "");
        List<Path> lost = Rescue.lost(directory);
        assertEquals(List.of(directory.resolve("lost.jsh"), directory.resolve("lost-2.jsh")), lost);
        assertTrue(Files.readString(lost.get(0)).contains("int a") && Files.readString(lost.get(1)).contains("int b"));
        try (var files = Files.list(directory)) {
            assertEquals(2, files.count(), "no lock is left");
        }
    }
}
