package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String home;

    @BeforeEach void program() throws Exception {
        home = System.getProperty("layerbook.home");
        Path program = folder.resolve("a place with spaces");
        Files.createDirectories(program.resolve("repl/bin"));
        assertTrue(Files.createFile(program.resolve("repl/bin/layerbook")).toFile().setExecutable(true));
        System.setProperty("layerbook.home", program.toString());
    }

    @AfterEach void putBack() {
        if (home == null) {
            System.clearProperty("layerbook.home");
        } else {
            System.setProperty("layerbook.home", home);
        }
    }

    private int run(String... words) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Install.main(List.of(words), out, out);
    }

    private Path kernel(String name) {
        return folder.resolve("prefix/share/jupyter/kernels").resolve(name);
    }

    private String prefix() {
        return folder.resolve("prefix").toString();
    }

    @Test void aKernelIsWhereJupyterLooksForItWithItsPictures() throws Exception {
        assertEquals(0, run("install", "--prefix", prefix()), said::toString);
        var spec = Json.object(Files.readAllBytes(kernel("layerbook").resolve("kernel.json")));
        assertEquals(List.of(folder.resolve("a place with spaces/repl/bin/layerbook").toString(), "jupyter", "start", "{connection_file}"), spec.get("argv"));
        assertEquals("message", spec.get("interrupt_mode"));
        for (String logo : List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg", "kernel.js")) {
            assertTrue(Files.size(kernel("layerbook").resolve(logo)) > 100, logo);
        }
        assertTrue(Files.getPosixFilePermissions(kernel("layerbook")).contains(java.nio.file.attribute.PosixFilePermission.OTHERS_READ));
        try (var left = Files.list(kernel("layerbook").getParent())) {
            assertEquals(1, left.count(), "nothing temporary is left behind");
        }
    }

    @Test void itIsInstalledOverItselfAndRemovedWhole() {
        assertEquals(0, run("install", "--prefix", prefix(), "--name", "nn"));
        assertEquals(0, run("install", "--prefix", prefix(), "--name", "nn"));
        assertEquals(0, run("uninstall", "--prefix", prefix(), "--name", "nn"));
        assertFalse(Files.exists(kernel("nn")));
        assertEquals(0, run("uninstall", "--prefix", prefix(), "--name", "nn"));
    }

    @Test void aKernelOfOthersIsNotRemoved() throws Exception {
        Files.createDirectories(kernel("python3"));
        Files.writeString(kernel("python3").resolve("kernel.json"), "{\"argv\":[\"python3\",\"-m\",\"ipykernel_launcher\",\"-f\",\"{connection_file}\"]}");
        assertEquals(1, run("uninstall", "--prefix", prefix(), "--name", "python3"));
        assertEquals(1, run("install", "--prefix", prefix(), "--name", "python3"));
        assertTrue(Files.readString(kernel("python3").resolve("kernel.json")).contains("ipykernel"));
    }

    @Test void wordsThatAreNotUnderstoodDoNothing() {
        assertEquals(2, run());
        assertEquals(2, run("install", "--name", "../escape"));
        assertEquals(2, run("install", "--name", ".."));
        assertEquals(2, run("install", "--prefix"));
        assertEquals(2, run("install", "--colour"));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("layerbook jupyter install"));
    }
}
