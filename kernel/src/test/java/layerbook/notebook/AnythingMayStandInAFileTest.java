package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerbook.io.BadFile;
import layerbook.notebook.format.IpynbSink;
import layerbook.notebook.format.Notebook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file: it is a notebook, or it is said in one line why not, and the file that was to be written stays as it was. */
class AnythingMayStandInAFileTest {
    private static final int CHANGES = 1_500;
    private static final String SAMPLE = """
        // ---
        // jupyter:
        //   kernelspec:
        //     display_name: Layerbook
        //     language: java
        //   tags: [a, "b", {c: 1.0}]
        // ---

        // %% [markdown] {"slideshow": {"slide_type": "slide"}}
        // # Größe 中文 $k^2$
        //
        // | a | b |
        // |---|---|
        // | 1 | `2` |

        // %% sizes tags=["parameters"] x={"deep": [1, [2, [3]]]}
        int hidden = 64;
        String s = ""\"
            // %% no cell
            ""\";
        // => hidden ==> 64

        // %% [raw] {"format": "text/html"}
        // <b>raw</b>

        // %%
        %flops THOP
        /* %% not closed
        """;

    @TempDir
    Path folder;
    private Path out;

    @BeforeEach
    void before() throws IOException {
        out = Files.writeString(folder.resolve("out.jsh"), "as it was");
    }

    private static byte[] sample(String ending) throws IOException {
        return (ending.equals(".jsh") ? SAMPLE : asIpynb(Notebook.parse(SAMPLE, "sample"))).getBytes(StandardCharsets.UTF_8);
    }

    private static String asIpynb(Notebook notebook) throws IOException {
        var written = new StringWriter();
        notebook.writeTo(new IpynbSink(written));
        return written.toString();
    }

    /** Reads the bytes and writes what was read; true if they were a notebook. */
    private boolean isNotebook(String ending, byte[] bytes) throws IOException {
        Path file = folder.resolve("any" + ending);
        Files.deleteIfExists(file); // to write over a file costs some systems a wait for the disk
        Files.write(file, bytes);
        try {
            Notebook read = Notebook.read(file);
            asIpynb(read);
            if (ending.equals(".jsh")) {
                assertEquals(new String(bytes, StandardCharsets.UTF_8), read.text(), "what was read is written as it was");
            }
            return true;
        } catch (BadFile e) {
            assertTrue(e.getMessage().startsWith(file + ":") && e.getMessage().lines().count() == 1, e.getMessage());
            assertThrows(BadFile.class, () -> Convert.convert(file, out));
            assertEquals("as it was", Files.readString(out));
            return false;
        }
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}: cut at every byte, and changed at random")
    @ValueSource(strings = {".jsh", ".ipynb"})
    void itIsReadOrRefused(String ending) throws IOException {
        byte[] sample = sample(ending);
        assertTrue(isNotebook(ending, sample));
        int refused = 0;
        for (int length = 0; length < sample.length; length++) {
            refused += isNotebook(ending, Arrays.copyOf(sample, length)) ? 0 : 1;
        }
        var random = new Random(9);
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = changed(sample, random);
            try {
                refused += isNotebook(ending, changed) ? 0 : 1;
            } catch (RuntimeException | Error | IOException e) {
                fail("change " + i + " makes\n" + new String(changed, StandardCharsets.UTF_8), e);
            }
        }
        assertTrue(refused > 0 && refused < sample.length + CHANGES, refused + " refused");
    }

    /** One to three changes: another byte, a piece taken out, a piece said twice, one that is the syntax of something. */
    private static byte[] changed(byte[] bytes, Random random) {
        var text = new ArrayList<Byte>();
        for (byte b : bytes) {
            text.add(b);
        }
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(text.size());
            int end = Math.min(text.size(), at + 1 + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> text.set(at, (byte) random.nextInt(256));
                case 1 -> text.subList(at, end).clear();
                case 2 -> text.addAll(at, List.copyOf(text.subList(at, end)));
                default -> {
                    String[] pieces = {"{", "}", "[", "]", "\"", "\\", "\\u00", "\r\n", "// ---\n", "// %%", "\u0000", "\uFEFF", "/*", "*/", "\"\"\"", "null", "-1e999", ": ", "&a ", "*a", "\\ud800", "|", ">", "- "};
                    for (byte b : pieces[random.nextInt(pieces.length)].getBytes(StandardCharsets.UTF_8)) {
                        text.add(at++, b);
                    }
                }
            }
        }
        byte[] all = new byte[text.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = text.get(i);
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252", "GB18030", "Shift_JIS", "UTF-32"})
    void anotherCharsetIsNamedWithANextStep(String charset) throws IOException {
        Path file = Files.write(folder.resolve("foreign.jsh"), "// Größe\n// 中文 für alle\nint a = 1;\n".getBytes(Charset.forName(charset)));
        byte[] before = Files.readAllBytes(file);
        var e = assertThrows(BadFile.class, () -> Notebook.read(file));
        assertEquals(file + ": is not UTF-8 text; save it in that encoding", e.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"head list", "head map", "head alias", "marker", "markdown quotes", "markdown list", "markdown emphasis", "markdown brackets", "metadata", "output"})
    void whatIsNestedWithoutEndIsReadOrRefused(String where) throws IOException {
        int deep = 100_000;
        String name = "deep" + (where.equals("metadata") || where.equals("output") ? ".ipynb" : ".jsh");
        String text = switch (where) {
            case "head list" -> "// ---\n// a: " + "[".repeat(deep) + "]".repeat(deep) + "\n// ---\n";
            case "head map" -> "// ---\n" + IntStream.range(0, 2_000).mapToObj(i -> "// " + " ".repeat(i) + "a:\n").collect(Collectors.joining()) + "// ---\n";
            case "head alias" -> "// ---\n// a: &a [*a, *a]\n// b: &b {c: *b}\n// ---\n";
            case "marker" -> "// %% x={\"a\": " + "[".repeat(deep) + "]".repeat(deep) + "}\nint a = 1;\n";
            case "markdown quotes" -> "// %% [markdown]\n// " + "> ".repeat(deep) + "a\n";
            case "markdown list" -> "// %% [markdown]\n// " + "- ".repeat(deep) + "a\n";
            case "markdown emphasis" -> "// %% [markdown]\n// " + "*a **b ".repeat(deep / 10) + "\n";
            case "markdown brackets" -> "// %% [markdown]\n// " + "[".repeat(deep) + "](a)".repeat(deep) + "\n";
            case "metadata" -> "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"a\": " + "[".repeat(deep) + "]".repeat(deep) + "}}";
            default -> "{\"nbformat\": 4, \"metadata\": {}, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [" + "[".repeat(deep) + "]".repeat(deep) + "]}]}";
        };
        Path file = Files.writeString(folder.resolve(name), text);
        var said = new ByteArrayOutputStream();
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Runner.run(RunOptions.of(file).writing(folder.resolve("a.html"), folder.resolve("a.ipynb"), folder.resolve("a.md")), print, print);
        assertTrue(code == Runner.OK || code == Runner.UNREADABLE && said.toString(StandardCharsets.UTF_8).startsWith("layerbook: " + file), code + ": " + said.toString(StandardCharsets.UTF_8));
        assertEquals(text, Files.readString(file));
    }
}
