package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import layerbook.session.Session;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session is saved as a notebook, and a notebook is run in a session. */
class NotebookCommandsTest {
    @TempDir
    Path folder;

    private static Result run(Session session, String text) {
        return session.run(text, output -> { });
    }

    @Test
    void whatIsSavedOpensToTheSameNetwork() throws IOException {
        Path file = folder.resolve("net.jsh");
        try (Session first = Session.open(Settings.standard()); Session second = Session.open(Settings.standard())) {
            NotebookCommands.addTo(first);
            NotebookCommands.addTo(second);
            assertTrue(run(first, "input(3, 32, 32)\nconv2d(16, 3, padding(1))\nint wrong = ").problem().isPresent());
            assertTrue(run(first, "/save " + file).ok());
            assertTrue(run(second, "/open " + file).ok(), () -> file.toString());
            assertEquals(first.book().graph().size(), second.book().graph().size());
        }
    }

    @Test
    void anotherFileIsNotWrittenOverUnasked() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.jsh"), "// words of mine\n");
        try (Session session = Session.open(Settings.standard())) {
            NotebookCommands.addTo(session);
            assertEquals("/save --over " + file, run(session, "/save " + file).problem().orElseThrow().fix());
            assertEquals("// words of mine\n", Files.readString(file));
            assertTrue(run(session, "/save --over " + file).ok());
            assertTrue(run(session, "int a = 1;\n/save").ok());
            assertTrue(Files.readString(file).contains("int a = 1;"));
        }
    }

    @Test
    void aNotebookThatFailsSaysWhere() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.jsh"), "// %%\nint a = 1;\n\n// %%\nint b = a / 0;\n");
        try (Session session = Session.open(Settings.standard())) {
            NotebookCommands.addTo(session);
            Result result = run(session, "/run " + file);
            assertFalse(result.ok());
            assertEquals(file + ":5: stopped here", result.problem().orElseThrow().message());
        }
    }
}
