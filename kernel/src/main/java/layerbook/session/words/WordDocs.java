package layerbook.session.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.io.Json;

/**
 * The documentation of the words as {@code ?word} shows it. It is the Javadoc of the sources, which {@code WordDocsTest} keeps in
 * {@code words.json}: a class file has none.
 */
final class WordDocs {
    /**
     * The documentation of one word.
     *
     * @param text what it does
     * @param arguments each as {@code name  meaning}
     * @param gives what it returns; empty if nothing
     * @param examples statements as one types them
     */
    record Page(String text, List<String> arguments, String gives, List<String> examples) {}

    private static final class Lazy {
        static final Map<String, Object> ALL = read();
    }

    private WordDocs() {}

    static Optional<Page> of(String word) {
        if (!(Lazy.ALL.get(word) instanceof Map<?, ?> entry)) {
            return Optional.empty();
        }
        Map<String, Object> page = Json.map(entry);
        return Optional.of(new Page(String.valueOf(page.get("text")), texts(page.get("arguments")), String.valueOf(page.get("gives")),
            texts(page.get("examples"))));
    }

    private static List<String> texts(Object list) {
        var texts = new ArrayList<String>();
        ((Iterable<?>) list).forEach(each -> texts.add(String.valueOf(each)));
        return texts;
    }

    private static Map<String, Object> read() {
        try (InputStream in = WordDocs.class.getResourceAsStream("words.json")) {
            return Json.map(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
