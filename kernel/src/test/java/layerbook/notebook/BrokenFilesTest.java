package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import layerbook.io.AtomicFile;
import layerbook.io.BadFile;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no notebooks: a clear error, and what stood on disk stays as it was. */
class BrokenFilesTest {
    private static final String SAMPLE = "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": 1,\n   \"id\": \"a\",\n   \"metadata\": {},\n"
        + "   \"outputs\": [],\n   \"source\": [\n    \"int \u4e2d = 1;\\n\"\n   ]\n  }\n ],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";

    @TempDir
    Path folder;

    @Test
    void anIpynbCutOffAnywhereIsRefusedWithItsName() throws IOException {
        byte[] whole = SAMPLE.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("cut.ipynb");
        Path out = folder.resolve("out.jsh");
        Files.writeString(out, "as it was");
        for (int length = 0; length < whole.length - 2; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            var e = assertThrows(BadFile.class, () -> Convert.convert(file, out), "cut at byte " + length);
            assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        }
        assertEquals("as it was", Files.readString(out));
    }

    @Test
    void aJshCutOffAnywhereIsReadAsFarAsItGoes() throws IOException {
        byte[] whole = "\uFEFF// ---\n// jupyter:\n//   x: 1\n// ---\n\n// %% \u4e2d t={\"a\": \"b\"}\r\nvar s = \"\"\"\n x\"\"\";\n// => \u00e9\n".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("cut.jsh");
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            Files.write(file, cut);
            String text = new String(cut, StandardCharsets.UTF_8);
            if (text.contains("\uFFFD")) {
                assertThrows(BadFile.class, () -> Notebook.read(file), "cut inside a character at byte " + length);
            } else {
                assertEquals(text, Notebook.read(file).text(), "cut at byte " + length);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = {
        "[1]                                                         | is not a notebook: no JSON object",
        "{\"nbformat\": 3, \"cells\": []}                            | is written in nbformat 3",
        "{\"cells\": []}                                             | is not a notebook: nbformat is missing",
        "{\"nbformat\": 4, \"metadata\": {}}                         | is not a notebook: cells are missing",
        "{\"nbformat\": 4, \"cells\": [7]}                           | cell 1 is not an object",
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}   | cell 1 has no source",
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"x\", \"source\": \"\"}]} | cell 1 is of an unknown kind: x",
        "{\"nbformat\": 4, \"cells\": [}                             | not valid JSON",
        "{\"nbformat\": 4, \"nbformat\": 4, \"cells\": []}           | not valid JSON",
        "{\"nbformat\": 4, \"cells\": []} {}                         | text behind the JSON object",
    })
    void whatIsNoNotebookIsSaidInOneLine(String json, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.ipynb"), json);
        var e = assertThrows(BadFile.class, () -> Notebook.read(file));
        assertTrue(e.getMessage().startsWith(file.toString()) && e.getMessage().contains(said), e.getMessage());
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("deep.ipynb"), "{\"nbformat\": 4, \"metadata\": " + "[".repeat(200_000));
        assertThrows(BadFile.class, () -> Notebook.read(file));
    }

    @Test
    void placesThatAreNoFilesAreNamed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.jsh"), folder.resolve("nowhere.jsh"));
        Path latin = Files.write(folder.resolve("latin.jsh"), new byte[] {'/', '/', ' ', (byte) 0xe9, '\n'});
        Path directory = Files.createDirectory(folder.resolve("dir.jsh"));
        for (var expected : List.of(
            List.of(folder.resolve("none.jsh"), "no such file"), List.of(link, "link to a file that does not exist"), List.of(latin, "not UTF-8"),
            List.of(directory, "is a directory"), List.of(Files.createFile(folder.resolve("x.txt")), "ends in .jsh, .java, .ipynb or .py"))) {
            var e = assertThrows(BadFile.class, () -> Notebook.read((Path) expected.get(0)));
            assertTrue(e.getMessage().contains((String) expected.get(1)), e.getMessage());
        }
        Path good = Files.writeString(folder.resolve("good.jsh"), "x\n");
        var e = assertThrows(BadFile.class, () -> Convert.convert(good, folder.resolve("no/such.ipynb")));
        assertTrue(e.getMessage().contains("folder does not exist"), e.getMessage());
        assertThrows(BadFile.class, () -> Convert.convert(good, directory));
    }

    @Test
    void aWriterThatFailsHalfwayLeavesTheOldFileAndNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.jsh"), "old");
        assertThrows(IOException.class, () -> AtomicFile.write(file, out -> {
            out.write("half");
            out.flush();
            throw new IOException("disk full");
        }));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aLinkIsWrittenThrough() throws IOException {
        Path file = Files.writeString(folder.resolve("real.jsh"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.jsh"), file);
        AtomicFile.write(link, out -> out.write("new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void aPipeIsWrittenIntoAndStaysAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        var read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        AtomicFile.write(pipe, out -> out.write("through"));
        assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
        assertEquals("through", read.get(60, TimeUnit.SECONDS));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(pipe), files.toList());
        }
    }

    @Test
    void aPlaceWithoutRoomIsNamedWithANextStep() {
        Path file = folder.resolve("full.jsh");
        OutputStream full = new OutputStream() {
            @Override public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        var e = assertThrows(BadFile.class, () -> AtomicFile.saying(file, full).write(new byte[] {1}));
        assertEquals(file + ": cannot be written (No space left on device); make room there or write to another place", e.getMessage());
    }

    @Test
    void linksInALoopAndPipesAreNamedAsWhatTheyAre() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        Path one = folder.resolve("one.jsh");
        Files.createSymbolicLink(folder.resolve("two.jsh"), one);
        Files.createSymbolicLink(one, folder.resolve("two.jsh"));
        var loop = assertThrows(BadFile.class, () -> Notebook.read(one));
        assertTrue(loop.getMessage().contains("links in a loop"), loop.getMessage());
        Path pipe = folder.resolve("pipe.jsh");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        var waited = assertThrows(BadFile.class, () -> Notebook.read(pipe));
        assertTrue(waited.getMessage().contains("is no regular file"), waited.getMessage());
    }

    @Test
    void aLinkToNothingIsWrittenThroughAndALoopIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.jsh"), Path.of("second.jsh"));
        Files.createSymbolicLink(folder.resolve("second.jsh"), Path.of("end.jsh"));
        AtomicFile.write(link, out -> out.write("new"));
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(folder.resolve("second.jsh")), "both links are kept");
        assertEquals("new", Files.readString(folder.resolve("end.jsh")));
        Path loop = Files.createSymbolicLink(folder.resolve("loop.jsh"), Path.of("loop.jsh"));
        var e = assertThrows(BadFile.class, () -> AtomicFile.write(loop, out -> out.write("new")));
        assertEquals(loop + ": is a link that cannot be followed, as links in a loop; remove it, or write to another name", e.getMessage());
        assertTrue(Files.isSymbolicLink(loop));
    }

    @Test
    void whatAKilledWriterLeftIsRemovedAndWhatIsBeingWrittenStays() throws IOException {
        Path left = Files.writeString(folder.resolve(".layerbook-0b0e7b6e-9a2f-4c55-8f39-0a4a6f1f9d11.part"), "half");
        Path another = Files.writeString(folder.resolve(".mine.part"), "somebody's");
        Path file = folder.resolve("a.jsh");
        AtomicFile.write(file, out -> {
            AtomicFile.write(folder.resolve("b.jsh"), inner -> inner.write("b"));
            out.write("a");
        });
        assertEquals("a", Files.readString(file));
        assertTrue(Files.notExists(left) && Files.exists(another), "only what we know as ours is removed");
    }

    @Test
    void aFileOfTheLongestNameCanBeWritten() throws IOException {
        Path file = folder.resolve("n".repeat(251) + ".jsh");
        AtomicFile.write(file, out -> out.write("new"));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void aRecordingIsANotebookAfterEachStatement() throws IOException {
        for (String name : List.of("r.jsh", "r.ipynb")) {
            var recording = new SessionRecording(folder.resolve(name));
            for (int n = 0; n < 5; n++) {
                List<String> statements = List.of("int a = 1", "// " + "x".repeat(9_000), "int b = 2", "int c = 3").subList(0, Math.min(n, 4));
                recording.keep(statements);
                assertEquals(statements, Notebook.read(recording.file()).cells().stream().map(Cell::source).toList(), name + " after " + n);
            }
        }
    }
}
