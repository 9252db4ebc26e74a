package layerbook.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A letter means one thing wherever it stands: its meaning is shown beside formulas, and the first one given would win. */
class LettersTest {
    private static final Pattern LETTER = Pattern.compile("letter\\(\"([^\"]+)\", \"([^\"]+)\"\\)");

    @Test void eachHasOneMeaning() throws IOException {
        Map<String, TreeSet<String>> meanings = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/layerbook"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                LETTER.matcher(Files.readString(source)).results().forEach(m -> meanings.computeIfAbsent(m.group(1), l -> new TreeSet<>()).add(m.group(2)));
            }
        }
        assertEquals(true, meanings.size() > 30, "letters are found");
        meanings.values().removeIf(m -> m.size() == 1);
        assertEquals(Map.of(), meanings);
    }
}
