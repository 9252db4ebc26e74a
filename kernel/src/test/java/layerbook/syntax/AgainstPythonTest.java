package layerbook.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of Python's library, PyTorch's layers, torchvision and torchaudio as Debian installs them has the tree that Python itself makes of it. */
@Tag("slow")
class AgainstPythonTest {
    private static final Path DUMP = Path.of("src/test/resources/syntax/dump.py");

    @ParameterizedTest
    @ValueSource(strings = {"/usr/lib/python3.11", "/usr/lib/python3/dist-packages/torchvision", "/usr/lib/python3/dist-packages/torchaudio",
        "/usr/lib/python3/dist-packages/torch/nn"})
    void everyFileHasTheTreeOfPython(String folder) throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(Path.of(folder)) && Files.isExecutable(Path.of("/usr/bin/python3")), "not installed here: " + folder);
        List<String> files;
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            files = walk.map(Path::toString).filter(p -> p.endsWith(".py")).sorted().toList();
        }
        var expected = new TreeMap<String, String>();
        for (String line : python(files)) {
            expected.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' ')));
        }
        assertTrue(expected.size() > 20, "too few files in " + folder);
        var differ = new TreeMap<String, String>();
        var deep = new Thread(null, () -> files.stream().filter(f -> !digest(f).equals(expected.get(f))).forEach(f -> differ.put(f, digest(f))), "dump", 64L << 20);
        deep.start();
        deep.join();
        assertEquals(new TreeMap<>(), differ);
    }

    private static List<String> python(List<String> files) throws IOException, InterruptedException {
        Path in = Files.createTempFile("files", ".txt");
        Path out = Files.createTempFile("trees", ".txt");
        try {
            Files.write(in, files);
            Process process = new ProcessBuilder("/usr/bin/python3", DUMP.toString()).redirectInput(in.toFile()).redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            assertTrue(process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0);
            return Files.readAllLines(out);
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    private static String digest(String file) {
        try {
            SourceFile read = Python.read(file, Python.decode(Files.readAllBytes(Path.of(file))));
            return read.problems().isEmpty() ? HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(Dump.of(read).getBytes(StandardCharsets.UTF_8)))
                : "refused";
        } catch (CharacterCodingException e) {
            return "refused";
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
