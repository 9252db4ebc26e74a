package layerbook.session.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import layerbook.layers.Catalogue;
import layerbook.session.Session;
import layerbook.session.output.Settings;
import layerbook.session.output.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe for a layer, followed: one file, one line in the catalogue, and the words renewed; then a session knows the layer. */
class LayerRecipeTest {
    private static final String LAYER = """
        package layerbook.layers;

        import layerbook.layer.Arguments;
        import layerbook.layer.BuiltIn;
        import layerbook.layer.Kind;
        import layerbook.layer.Rule;
        import layerbook.layer.Signature;

        /** Adds a sine to what comes in. */
        public record Snake(Arguments args) implements BuiltIn {
            public static final Signature SIGNATURE = Signature.of("Snake", "snake", "Adds a sine to what comes in.", Snake::new)
                .option("alpha", 1.0, "how fast the sine goes");

            @Override public Rule rule() {
                return Elementwise.rule(args, Kind.MULTIPLY, Kind.ADD);
            }
        }
        """;
    private static final Path SOURCES = Path.of("src/main/java/layerbook");

    @Test void aLayerIsOneFileAndOneLine(@TempDir Path folder) throws Exception {
        String catalogue = Files.readString(SOURCES.resolve("layers/Catalogue.java"));
        String line = "        List.of(\n";
        String more = catalogue.replace(line, line + "            Snake.SIGNATURE,\n");
        assertEquals(1, more.lines().count() - catalogue.lines().count(), "lines in the catalogue");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(classes, write(folder, "layers/Snake.java", LAYER), write(folder, "layers/Catalogue.java", more));
        String words = run(classes, Renewed.class);
        assertTrue(words.contains("public static Layer snake(Object... arguments)"), words);
        compile(classes, write(folder, "session/words/LayerWords.java", words));
        String shown = run(classes, Typed.class);
        assertTrue(shown.contains("1  snake alpha 2.0  N×3×8×8") && shown.contains("Adds a sine to what comes in.") && !shown.contains("✗"), shown);
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve("layerbook").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String classPath(Path classes) {
        return classes + File.pathSeparator + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static void compile(Path classes, Path... sources) {
        var arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", classPath(classes), "-parameters", "-proc:none"));
        List.of(sources).forEach(source -> arguments.add(source.toString()));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, System.err, arguments.toArray(String[]::new)));
    }

    private static String run(Path classes, Class<?> main) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", classPath(classes), main.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out;
    }

    /** Prints the words of the catalogue that is on the class path. */
    static final class Renewed {
        public static void main(String[] arguments) {
            System.out.print(WordsText.layers(Catalogue.all()));
        }
    }

    /** Prints what a session says of the new layer. */
    static final class Typed {
        public static void main(String[] arguments) {
            try (Session session = Session.open(Settings.standard())) {
                var shown = new StringBuilder();
                session.run("input(3, 8, 8)\nsnake(alpha(2))\n?snake", output -> shown.append(output.plain(View.PLAIN)).append('\n'));
                System.out.print(shown);
            }
        }
    }
}
