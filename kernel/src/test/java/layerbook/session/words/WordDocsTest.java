package layerbook.session.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.io.JsonText;
import layerbook.notebook.NotebookCommands;
import layerbook.session.Session;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every word has documentation. {@code words.json} holds the Javadoc of the sources, and {@code ?word} shows it;
 * {@code mvn test -pl kernel -Dtest=WordDocsTest -Dlayerbook.renew=true} writes it anew.
 */
class WordDocsTest {
    private static final Path SOURCES = Path.of("src/main/java/layerbook/session/words");
    private static final Path DOCS = Path.of("src/main/resources/layerbook/session/words/words.json");
    /** A word that ends the session, one that wants an error, those that want files, and types, whose examples are those of their packages. */
    private static final Set<String> NOT_RUN = Set.of(
        "exit", "why", "open", "run", "save", "Layer", "Rule", "Model", "Tensor", "Unit", "Sequential", "Network", "Convention", "Shape", "Expr");

    /** Types that a user names: {@code ?Model} shows what they say of themselves. */
    private static final List<String> TYPES =
        List.of("layer/Layer", "layer/Rule", "net/Model", "net/Tensor", "net/Unit", "net/Sequential", "count/Network", "count/Convention", "shape/Shape", "formula/Expr");

    private static Map<String, Map<String, Object>> documented() throws IOException {
        var all = new TreeMap<String, Map<String, Object>>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Words.java") || f.endsWith("Nn.java"))
                    .filter(f -> !f.endsWith("LayerWords.java") && !f.endsWith("OptionWords.java")).sorted().toList()) {
                all.putAll(JavadocReader.words(Files.readString(file)));
            }
        }
        for (String type : TYPES) {
            all.put(type.substring(type.lastIndexOf('/') + 1), JavadocReader.type(Files.readString(Path.of("src/main/java/layerbook", type + ".java"))));
        }
        return all;
    }

    @Test void theDocumentationIsTheJavadocOfTheSources() throws IOException {
        var lines = new ArrayList<String>();
        documented().forEach((word, page) -> lines.add(JsonText.inline(word) + ": " + JsonText.inline(page)));
        String text = "{\n" + String.join(",\n", lines) + "\n}\n";
        if (Boolean.getBoolean("layerbook.renew")) {
            Files.createDirectories(DOCS.getParent());
            Files.writeString(DOCS, text);
        }
        assertEquals(text, Files.readString(DOCS), "renew it with -Dlayerbook.renew=true");
    }

    @Test void everyWordSaysWhatItDoes() {
        List<String> without = words().filter(w -> WordList.help(w).isEmpty()).toList();
        assertEquals(List.of(), without, "words without documentation");
    }

    private static Stream<String> words() {
        return Stream.of(Nn.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers()))
            .filter(m -> m.getDeclaringClass() != LayerWords.class && m.getDeclaringClass() != OptionWords.class) // the catalogue documents these
            .map(Method::getName).distinct().sorted();
    }

    /** Examples of commands run in a session of their own: they count its statements. The others share one. */
    @Test void examplesRun(@TempDir Path folder) throws IOException {
        var failed = new ArrayList<String>();
        Set<String> commands = Stream.of(CommandWords.class.getDeclaredMethods()).map(Method::getName).collect(Collectors.toSet());
        try (Session shared = session(folder)) {
            for (Map.Entry<String, Map<String, Object>> word : documented().entrySet()) {
                for (Object each : (List<?>) word.getValue().get("examples")) {
                    String example = (String) each;
                    if (commands.contains(word.getKey()) && !NOT_RUN.contains(word.getKey())) {
                        try (Session own = session(folder)) {
                            run(own, example).ifPresent(failed::add);
                        }
                    } else if (!NOT_RUN.contains(word.getKey())) {
                        run(shared, example).ifPresent(failed::add);
                    }
                }
            }
        }
        assertTrue(failed.isEmpty(), () -> String.join("\n", failed));
    }

    private static Session session(Path folder) {
        Session session = Session.open(new Settings(List.of(), folder, false));
        NotebookCommands.addTo(session);
        session.run("class Net extends Model { public Tensor forward(Tensor x) { return x.then(conv2d(3, 8, 3)); } }", out -> { });
        return session;
    }

    /** Runs one example where a network and what examples speak of is there; says what went wrong. */
    private static Optional<String> run(Session session, String example) {
        Result before = session.run("""
            input(3, 32, 32)
            conv2d(16, 3, padding(1))
            relu()
            var model = new Net()
            var net = trace(model, 3, 32, 32)
            var x = tensor(16, 8, 8)
            input(3, 32, 32)
            var conv1 = own(conv2d(16, 3, padding(1)))
            add(conv1)
            relu()
            displayAs("progress", 0)
            """, out -> { });
        Result after = session.run(example, out -> { });
        return before.problem().or(after::problem).map(problem -> example + ": " + problem.message());
    }
}
