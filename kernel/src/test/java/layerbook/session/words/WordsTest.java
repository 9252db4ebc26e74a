package layerbook.session.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.layers.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * The words for layers and options are those of the catalogue: {@code LayerWords} and {@code OptionWords} are what {@link WordsText} makes of them.
 * {@code mvn test -pl kernel -Dtest=WordsTest -Dlayerbook.renew=true} writes them anew.
 */
class WordsTest {
    private static final Path WORDS = Path.of("src/main/java/layerbook/session/words");

    @Test void wordsForLayersAreThoseOfTheCatalogue() throws IOException {
        check("LayerWords.java", WordsText.layers(Catalogue.all()));
    }

    @Test void wordsForOptionsAreThoseOfTheCatalogue() throws IOException {
        check("OptionWords.java", WordsText.options(Catalogue.all(), otherWords()));
    }

    /** The words that are written by hand, or that make layers: an option of such a name goes by that word if it takes one value. */
    private static Set<String> otherWords() {
        return Stream.concat(Stream.of(Nn.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers()) && m.getDeclaringClass() != OptionWords.class)
            .filter(m -> m.getParameterCount() <= (m.isVarArgs() ? 2 : 1)).map(Method::getName),
            Catalogue.all().stream().map(s -> s.factory())).collect(Collectors.toSet());
    }

    private static void check(String name, String text) throws IOException {
        Path file = WORDS.resolve(name);
        if (Boolean.getBoolean("layerbook.renew")) {
            Files.writeString(file, text);
        }
        assertEquals(text, Files.readString(file), () -> file + " is not what the catalogue says; renew it with -Dlayerbook.renew=true");
    }
}
