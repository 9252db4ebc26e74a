package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import layerbook.notebook.format.Notebook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversions read a cell and write a cell: files of 200 MB pass through a heap that could not hold a quarter of one. */
@Tag("slow")
class BigFilesTest {
    private static final int CELLS = 20_000;
    private static final String HEAP = "-Xmx48m";

    @TempDir
    Path folder;

    /** Converts each file to the next. */
    public static final class Converter {
        public static void main(String[] files) throws IOException {
            for (int i = 1; i < files.length; i++) {
                Convert.convert(Path.of(files[i - 1]), Path.of(files[i]));
            }
        }
    }

    /** Reads the whole: what must not fit, or the test says nothing. */
    public static final class Holder {
        public static void main(String[] files) throws IOException {
            System.out.println(Notebook.read(Path.of(files[0])).cells().size());
        }
    }

    @Test
    void passThroughASmallHeapAndComeBackByteForByte() throws Exception {
        Path big = folder.resolve("big.jsh");
        Path again = folder.resolve("again.jsh");
        write(big);
        assertTrue(Files.size(big) > 200_000_000, "a big file has " + Files.size(big) + " bytes");
        assertEquals(0, run(Converter.class, big, folder.resolve("big.ipynb"), again), "converted in " + HEAP);
        assertEquals(-1, Files.mismatch(big, again));
        assertTrue(run(Holder.class, big) != 0, "who reads it whole needs more than " + HEAP);
    }

    private static void write(Path file) throws IOException {
        String words = "// each of the windows sees all channels, and there is one for each output channel\n".repeat(60);
        String code = "int a = 1; // what it adds\n".repeat(100);
        String shown = "// => 1  conv2d 3→16 k3 p1  N×16×32×32     448       448  884,736  884,736\n".repeat(30);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < CELLS; i++) {
                out.write("// %% [markdown]\n// ## Cell " + i + "\n" + words + "\n// %% cell " + i + "\n" + code + shown + (i + 1 < CELLS ? "\n" : ""));
            }
        }
    }

    private static int run(Class<?> program, Path... files) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-XX:+UseSerialGC", "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), program.getName()));
        for (Path file : files) {
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor();
    }
}
