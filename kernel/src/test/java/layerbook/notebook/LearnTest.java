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
import java.util.List;
import layerbook.io.BadFile;
import layerbook.session.output.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private LearnCommand learn() {
        return new LearnCommand(folder, folder.resolve("state/places"), new PrintStream(out, true, StandardCharsets.UTF_8), View.PLAIN);
    }

    private String take(String lesson, String... typed) throws IOException {
        Deque<String> lines = new ArrayDeque<>(Arrays.asList(typed));
        out.reset();
        learn().take(lesson, prompt -> lines.poll());
        return out.toString(StandardCharsets.UTF_8);
    }

    private String listed() throws IOException {
        out.reset();
        learn().list("");
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
        assertTrue(listed().contains("01-first   The first   ▸ done"), listed());
    }

    @Test
    void aPredictionIsAskedForAndTheSlipIsNamed() throws IOException {
        Files.writeString(folder.resolve("03-conv.jsh"), "// %%\ninput(3, 32, 32)\nconv2d(16, 3)\n\n// %%\nbatchNorm2d()\n");
        String seen = take("03-conv", "", "", "432", "", "32", "explain 0", "q");
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
        assertTrue(take("1", "back", "", "quit").contains("│ int a = 40;"));
    }

    @Test
    void anUnknownLessonIsNamedWithThoseThereAre() {
        var e = assertThrows(BadFile.class, () -> take("nothing"));
        assertTrue(e.getMessage().contains("01-first, 02-second"), e.getMessage());
    }

    @Test
    void eachEnterBringsOneLineWithWhatItShows() throws IOException {
        lines();
        String seen = take("04-lines", "", "", "q");
        assertTrue(seen.contains("· two lines\n│ int a = 40; // first\na ==> 40\n│ // a comment\n│ int b =\n│     a + 1;\nb ==> 41\n"), seen);
        assertTrue(!seen.contains("check(b"), seen);
        seen = take("04-lines", "", "", "", "q");
        assertTrue(seen.contains("│ check(b == 41)\n  ✓\n"), seen);
    }

    @Test
    void theRestOfACellComesAtOnceAndBackGoesToItsBeginning() throws IOException {
        lines();
        String seen = take("04-lines", "", "rest", "q");
        assertTrue(seen.contains("a ==> 40\n│ // a comment\n│ int b =\n│     a + 1;\n│ check(b == 41)\nb ==> 41\n"), seen);
        seen = take("04-lines", "again", "", "back", "", "q");
        assertEquals(3, seen.split("a ==> 40", -1).length, seen);
    }

    private void lines() throws IOException {
        Files.writeString(folder.resolve("04-lines.jsh"), "// %% two lines\nint a = 40; // first\n// a comment\nint b =\n    a + 1;\ncheck(b == 41)\n\n// %%\na\n");
    }

    @Test
    void anExplanationIsRevealedLineByLine() throws IOException {
        Files.writeString(folder.resolve("05-why.jsh"), "// %%\ninput(3, 32, 32);\nconv2d(16, 3);\n\n// %%\nexplain(1)\n\n// %%\n1\n");
        String seen = take("05-why", "rest", "", "", "");
        assertTrue(seen.contains("H′ = ⌊(H − k) / s⌋ + 1") && seen.contains("= ⌊(32 − 3) / 1⌋ + 1") && !seen.contains("⌊29 / 1⌋") && !seen.contains("P = "), seen);
        seen = take("05-why", "rest", "", "all", "q");
        assertTrue(seen.contains("= 448"), seen);
    }

    @Test
    void anExerciseAsksUntilItsAnswerIsRight() throws IOException {
        Files.writeString(folder.resolve("06-yours.jsh"), "// %% your answer tags=[\"parameters\"]\nint mine = 0;\n"
            + "String slip(int m) {\n    int hidden = 1;\n    return m == 432 ? \"and the bias?\" : \"no\";\n}\ncheck(mine == 448 || mine == 0, slip(mine));\n\n// %%\nmine + 1\n");
        String seen = take("06-yours", "432", "448", "", "q");
        assertTrue(seen.indexOf("and the bias?") < seen.indexOf("✓ Right.") && seen.contains("==> 449"), seen);
        assertTrue(!seen.contains("m == 432") && !seen.contains("hidden ="), "neither the slips are given away nor is a local asked for: " + seen);
        assertTrue(take("06-yours", "", "", "q").contains("That was all"), "an exercise may be left");
    }

    @Test
    void placesAreForgottenOneByOneOrAll() throws IOException {
        take("1", "", "quit");
        take("2", "");
        learn().reset("1");
        assertEquals(List.of(0, 1), learn().lessons().stream().map(LearnCommand.Entry::place).toList());
        take("1", "", "quit");
        learn().reset(null);
        assertEquals(List.of(0, 0), learn().lessons().stream().map(LearnCommand.Entry::place).toList());
        assertThrows(BadFile.class, () -> learn().reset("nothing"));
    }

    @Test
    void theListSaysTheGoalsAndHowFarOneIs() throws IOException {
        Files.writeString(folder.resolve("01-first.jsh"), "// %% [markdown]\n// # The first\n//\n// **Goal.** You can add\n// $2$ and 40. More on that.\n\n// %%\n40 + 2\n");
        take("1", "", "quit");
        assertTrue(listed().startsWith("  01-first   The first   ▸ 1 of 2\n      You can add 2 and 40.\n  02-second   The second\n"), listed());
        assertTrue(listed().contains("layerbook learn 01-first begins or goes on"), listed());
    }

    @Test
    void lessonsInChineseAndFilesOfOnesOwnAreTakenToo() throws IOException {
        Files.createDirectories(folder.resolve("zh"));
        Files.writeString(folder.resolve("zh/01-first.jsh"), "// %% [markdown]\n// # 第一课\n//\n// **目标。** 会加\n// 法。\n\n// %%\n1 + 1\n");
        assertTrue(take("zh").startsWith("  zh/01-first   第一课\n      会加法。\n"), take("zh"));
        assertTrue(take("zh/1", "", "", "").contains("==> 2"));
        assertTrue(take("1").contains("# The first"), "both have places of their own");
        Path own = Files.writeString(folder.resolve("state/my.jsh"), "// %%\n7 * 6\n\n// %%\n1\n");
        assertTrue(take(own.toString(), "", "q").contains("==> 42"));
        assertTrue(take(own.toString(), "q").contains("cell 2 of 2"));
    }

    @Test
    void whereNobodyAnswersItSaysSo() throws IOException {
        out.reset();
        assertEquals(Runner.FAILED, learn().take("1", prompt -> null));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Nobody answers here") , out.toString(StandardCharsets.UTF_8));
        assertTrue(take("1", "").contains("the input ended; your place is kept"));
        assertEquals(1, learn().lessons().get(0).place());
    }
}
