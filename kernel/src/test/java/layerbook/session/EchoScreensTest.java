package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import layerbook.session.output.Output;
import layerbook.session.output.Settings;
import layerbook.session.output.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The echo of networks at the widths of terminals, held to golden screens in {@code src/test/resources/echo}.
 * {@code mvn test -pl kernel -Dtest=EchoScreensTest -Dlayerbook.renew=true} writes them anew; the difference is then to be read.
 */
class EchoScreensTest {
    private static final Path GOLDEN = Path.of("src/test/resources/echo");
    private static final int[] WIDTHS = {40, 60, 80, 120};
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*");

    @ParameterizedTest
    @ValueSource(strings = {"article", "long-descriptions", "large-figures", "symbols"})
    void theLastEchoIsTheGoldenOne(String network) throws IOException {
        Output echo = lastEcho(Files.readString(GOLDEN.resolve(network + ".jsh")));
        var screens = new StringBuilder();
        for (int width : WIDTHS) {
            screens.append("== ").append(width).append('\n').append(echo.plain(View.PLAIN.withWidth(width))).append('\n');
        }
        screens.append("== 80, ASCII\n").append(echo.plain(new View(80, false, false, true))).append('\n');
        Path golden = GOLDEN.resolve(network + ".txt");
        if (Boolean.getBoolean("layerbook.renew")) {
            Files.writeString(golden, screens);
        }
        assertEquals(Files.readString(golden), screens.toString());
    }

    /** What stands in a column of numbers at the widest stands there at every width, or the column is not there at all. */
    @Test void noFigureIsCutAtAnyWidth() throws IOException {
        Output echo = lastEcho(Files.readString(GOLDEN.resolve("article.jsh")));
        List<String> figures = FIGURE.matcher(echo.plain(View.PLAIN.withWidth(200))).results().map(m -> m.group()).toList();
        for (int width = 40; width < 140; width++) {
            for (String line : echo.plain(View.PLAIN.withWidth(width)).lines().toList()) {
                assertTrue(line.codePointCount(0, line.length()) <= width, width + " columns: " + line);
                FIGURE.matcher(line).results().forEach(m -> assertTrue(figures.contains(m.group()), m.group() + " in " + line));
            }
        }
    }

    private static Output lastEcho(String text) {
        var shown = new java.util.ArrayList<Output>();
        try (Session session = Session.open(Settings.standard())) {
            assertTrue(session.run(text, shown::add).ok());
        }
        return shown.stream().filter(o -> o instanceof Output.Shown).reduce((a, b) -> b).orElseThrow();
    }
}
