package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import layerbook.session.View;

/** Going through a lesson with Enter; the reader's place is kept. */
class LearnTest {
    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("01-first.jsh"), "// %% [markdown]\n// # The first\n\n// %%\nint a = 40;\n\n// %% [markdown]\n// middle\n\n// %%\na + 2\n");
        Files.writeString(folder.resolve("02-second.jsh"), "// %% [markdown]\n// # The second\n");
    }

    private Learn learn() {
        return new Learn(folder, folder.resolve("state/places"), new PrintStream(out, true, StandardCharsets.UTF_8), View.PLAIN);
    }

    private String take(String lesson, String... typed) throws IOException {
        Deque<String> lines = new ArrayDeque<>(Arrays.asList(typed));
        out.reset();
        learn().take(lesson, prompt -> lines.poll());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void enterShowsWordsAndRunsCode() throws IOException {
        String seen = take("01-first", "", "", "", "");
        assertTrue(seen.contains("# The first") && seen.contains("│ a + 2") && seen.contains("==> 42") && seen.contains("That was all"), seen);
    }

    @Test
    void thePlaceIsKeptAndWhatRanBeforeIsKnownThere() throws IOException {
        take("1", "", "", "quit");
        assertEquals(2, learn().lessons().get(0).place());
        String seen = take("first", "", "");
        assertTrue(!seen.contains("# The first") && seen.contains("middle") && seen.contains("==> 42"), seen);
        learn().list();
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("The first  done"), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aPredictionIsAskedForAndTheSlipIsNamed() throws IOException {
        Files.writeString(folder.resolve("03-conv.jsh"), "// %%\ninput(3, 32, 32)\nconv2d(16, 3)\n\n// %%\nbatchNorm2d()\n");
        String seen = take("03-conv", "", "432", "", "32", "explain 0", "q");
        assertTrue(seen.contains("Not 432 but 448: the bias was forgotten."), seen);
        assertTrue(seen.contains("Right: 32."), seen);
        assertTrue(seen.indexOf("Not 432") < seen.indexOf("conv2d 3→16"), "asked before it is shown: " + seen);
    }

    @Test
    void whatIsTypedIsTriedInTheLessonsSession() throws IOException {
        assertTrue(take("1", "", "", "a * 100", "quit").contains("==> 4000"));
    }

    @Test
    void againAndBackMoveTheReader() throws IOException {
        assertEquals(2, take("1", "", "", "again", "quit").split("# The first", -1).length - 1);
        assertTrue(take("1", "back", "quit").contains("│ int a = 40;"));
    }

    @Test
    void anUnknownLessonIsNamedWithThoseThereAre() {
        var e = assertThrows(BadNotebook.class, () -> take("nothing"));
        assertTrue(e.getMessage().contains("01-first, 02-second"), e.getMessage());
    }
}
