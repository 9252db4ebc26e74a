package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** HTML of others keeps its looks and loses its powers. */
class SanitisedTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/notebook/sanitised.txt", delimiter = '|', quoteCharacter = '\u0001')
    void nothingThatActsIsLeft(String html, String left) {
        assertEquals(left, Sanitised.html(html));
    }

    @Test
    void noMixtureOfPiecesLetsAScriptThrough() {
        String[] pieces = {"<script", "<scr", "ipt>", ">", "<", "/", "</script>", "\"", "'", "<b ", "onclick=", "x", " ", "=", "<!--", "-->", "<svg ", "<a href=",
            "javascript:1", "style=", "<style>", "&lt;", "<iframe>"};
        for (int seed = 0; seed < 5000; seed++) {
            var random = new Random(seed);
            var html = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }
            String left = Sanitised.html(html.toString()).toLowerCase(Locale.ROOT);
            boolean acts = left.matches("(?s).*<(script|style|iframe).*|.*<[^>]*\\s(onclick|href=.?javascript)[^>]*>.*") && !left.matches("(?s).*=\"[^\"]*onclick.*");
            assertFalse(acts, html + " became " + left);
        }
    }

    @Test
    void markdownShowsHtmlInsteadOfObeyingIt() {
        var words = new Words();
        assertEquals("<p>a &lt;script&gt;x&lt;/script&gt; b</p>\n", words.html("a <script>x</script> b"));
        assertEquals("<p><a rel=\"nofollow\" href=\"\">x</a></p>\n", words.html("[x](javascript:alert(1))"));
        assertEquals("<p><img src=\"\" alt=\"x\" /></p>\n", words.html("![x](data:image/svg+xml;base64,AA==)"));
    }

    @Test
    void formulasStandBetweenDollarsAndPricesAreNone() {
        var words = new Words();
        assertEquals("<p>size <span class=\"math\">H&#39; &lt; 2</span>, $5 and $6</p>\n", words.html("size $H' < 2$, $5 and $6"));
        assertEquals("<p><span class=\"math display\">\na_1\\\\\nb_2\n</span></p>\n", words.html("$$\na_1\\\\\nb_2\n$$"));
        assertEquals("<p><code>$x$</code></p>\n", words.html("`$x$`"));
    }
}
