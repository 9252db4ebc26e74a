package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.Notebook;
import layerbook.session.output.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is printed: what is kept of it has a bound and says what is left out, and holds whole characters only. Real processes: {@code repl/it/output_test.py}. */
class AnythingMayBePrintedTest {
    private final BoundedOutput kept = new BoundedOutput(BoundedOutput.NOTEBOOK);
    private final List<Output> passed = new ArrayList<>();

    @TempDir
    private Path folder;

    private void keep(Output output) {
        kept.keep(output, passed::add);
    }

    private static Output printed(String stream, String text) {
        return new Output.Printed(stream, text);
    }

    @Test
    void piecesOfOneStreamAreOneText() {
        keep(printed("stdout", "a"));
        keep(printed("stdout", "b"));
        keep(printed("stderr", "c"));
        assertEquals(List.of(printed("stdout", "ab"), printed("stderr", "c")), kept.outputs());
        assertEquals(3, passed.size());
    }

    @Test
    void printingWithoutAnEndIsCutInTheSamePlaceHoweverItComes() {
        String piece = "x".repeat(7_777);
        while (kept.leftOut().isEmpty()) {
            keep(printed("stdout", piece));
        }
        keep(printed("stdout", piece));
        keep(new Output.Value("v", "5", 5));
        assertEquals(List.of(printed("stdout", "x".repeat(BoundedOutput.CELL)), new Output.Warning("this cell has shown more than 8,000,000 characters: the rest is left out"),
            new Output.Value("v", "5", 5)), kept.outputs());
    }

    @Test
    void noCharacterIsCutInTwo() {
        keep(printed("stdout", "x".repeat(BoundedOutput.CELL - 1)));
        keep(printed("stdout", "\ud83d\ude00"));
        assertEquals(printed("stdout", "x".repeat(BoundedOutput.CELL - 1)), kept.outputs().get(0));
    }

    @Test
    void outputsWithoutAnEndAreCutToo() {
        for (int i = 0; i < 2 * BoundedOutput.OUTPUTS; i++) {
            keep(printed(i % 2 == 0 ? "stdout" : "stderr", "x"));
            keep(new Output.Display(Map.of("text/plain", "y"), null, false));
        }
        assertEquals(List.of("this cell has shown more than 10,000 outputs: the rest is left out"), kept.leftOut());
        assertTrue(kept.outputs().size() <= BoundedOutput.OUTPUTS + 2, kept.outputs().size() + " outputs");
    }

    @Test
    void whatIsClearedCountsNoLonger() {
        for (int i = 0; i < 10; i++) {
            keep(printed("stdout", "x".repeat(BoundedOutput.CELL / 2)));
            keep(new Output.Cleared(false));
        }
        keep(printed("stdout", "last"));
        assertEquals(List.of(printed("stdout", "last")), kept.outputs());
    }

    @Test
    void ofManyLinesTheFirstAndTheLastAreStored() {
        List<String> lines = IntStream.range(0, 100_000).mapToObj(i -> "line " + i).toList();
        List<String> stored = ShortenedOutput.lines(lines);
        assertEquals(901, stored.size());
        assertTrue(stored.get(600).matches("… 99,100 lines left out, CRC-32 [0-9a-f]{8} …"), stored.get(600));
        assertEquals("line 99999", stored.get(900));
        assertEquals(stored, ShortenedOutput.lines(stored));
        var other = new ArrayList<>(lines);
        other.set(50_000, "line fifty thousand");
        assertFalse(stored.equals(ShortenedOutput.lines(other)), "a change in what is left out is seen");
    }

    @Test
    void ofALongLineBothEndsAreStored() {
        String stored = ShortenedOutput.lines(List.of("a" + "x".repeat(1_000_000) + "b")).get(0);
        assertTrue(stored.matches("ax{1399} … 998,202 characters left out, CRC-32 [0-9a-f]{8} … x{399}b"), stored);
        assertEquals(List.of(stored), ShortenedOutput.lines(List.of(stored)));
        assertEquals(List.of("x".repeat(2_000)), ShortenedOutput.lines(List.of("x".repeat(2_000))));
    }

    @Test
    void halvesOfCharactersAreWrittenAsNoCharacter() throws IOException {
        Path file = folder.resolve("halves.jsh");
        Files.writeString(file, """
            // %% printed
            System.out.println("a\\ud800b")
            // %% value
            "a\\ud800b"
            // %% text
            new Object() { @Override public String toString() { return "a\\ud800b"; } }
            // %% shown
            display("a\\ud800b", "text/html")
            // %% thrown tags=["raises-exception"]
            throw new IllegalStateException("a\\ud800b")
            """);
        var out = new ByteArrayOutputStream();
        Path page = folder.resolve("halves.html");
        Path notebook = folder.resolve("halves.ipynb");
        Path words = folder.resolve("halves.md");
        assertEquals(Runner.OK, Runner.run(RunOptions.of(file).writing(page, notebook, words), new PrintStream(out, true, StandardCharsets.UTF_8), System.err));
        for (Path written : List.of(page, notebook, words)) {
            String text = Files.readString(written); // fails where it is no UTF-8
            assertTrue(text.contains("a\uFFFDb"), written + ": " + text);
            assertFalse(text.contains("a?b"), written + ": " + text);
        }
        List<Cell> cells = Notebook.read(notebook).cells();
        assertEquals(List.of("\"a\\ud800b\""), cells.get(1).storedLines().stream().map(line -> line.replaceFirst("^\\S+ ==> ", "")).toList());
        assertEquals(List.of("a\uFFFDb"), cells.get(2).storedLines().stream().map(line -> line.replaceFirst("^\\S+ ==> ", "")).toList());
    }

    @Test
    void whatIsStoredAgrees() throws IOException {
        Path file = folder.resolve("much.jsh");
        Files.writeString(file, "// %%\nfor (int i = 0; i < 5_000; i++) System.out.println(\"line \\ud800\" + i)\nSystem.out.println(\"x\".repeat(10_000))\n");
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(Runner.OK, Runner.run(RunOptions.of(file).updating(), out, System.err));
        String stored = Files.readString(file);
        assertTrue(stored.length() < 40_000, stored.length() + " characters");
        assertEquals(Runner.OK, Runner.run(RunOptions.of(file).checking(), out, System.err));
        Files.writeString(file, stored.replace("line 0", "line 0 ").replace("println(\"line \\ud800\" + i)", "println(\"line \\ud800\" + (i == 2_500 ? -i : i))"));
        assertEquals(Runner.FAILED, Runner.run(RunOptions.of(file).checking(), out, System.err));
    }
}
