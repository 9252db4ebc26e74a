package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import layerbook.page.ContentPolicy;
import layerbook.page.MarkdownHtml;
import layerbook.page.Sanitizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** HTML of others keeps its looks and loses its powers. */
class SanitisedTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/notebook/sanitised.txt", delimiter = '|', quoteCharacter = '\u0001')
    void nothingThatActsIsLeft(String html, String left) {
        assertEquals(left, Sanitizer.html(html));
    }

    static Stream<String> attacks() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(SanitisedTest.class.getResourceAsStream("/notebook/attacks.txt"), StandardCharsets.UTF_8))) {
            return in.lines().toList().stream();
        }
    }

    /** What is left is known elements with known attributes alone, and no address but one of the web or of the page itself. The browser's word on it: pages_test.py. */
    @ParameterizedTest(name = "{0} does nothing")
    @MethodSource("attacks")
    void ofAnAttackOnlyItsTextIsLeft(String attack) {
        String left = Sanitizer.html(attack);
        Matcher tag = Pattern.compile("<(?!/?(?:a|b|desc|details|div|summary|svg|g|rect|text|title|table|tbody|tr|td|p)\\b)|<[^>]*?\\s(?!(?:class|id|title|href|style|x|y|width|height|xmlns|open)=\")[\\w:-]+=[^>]*>").matcher(left);
        assertFalse(tag.find(), () -> attack + "\nbecame " + left);
        Matcher address = Pattern.compile("(?:href=\"(?!https?://|#)|<[^>]*(?:javascript|vbscript|data|expression|url|position|import)\\s*[:(]).*", Pattern.CASE_INSENSITIVE).matcher(left.replaceAll("=\"[^\"]*&quot;[^\"]*\"", ""));
        assertFalse(address.find(), () -> attack + "\nbecame " + left);
        assertEquals(left, Sanitizer.html(left), "it stays as it is when it is read again");
    }

    @ParameterizedTest(name = "in Markdown {0} is text")
    @MethodSource("attacks")
    void inMarkdownAnAttackIsText(String attack) {
        for (String words : new String[] {attack, "[x](" + attack + ")", "![" + attack + "](x)", "# " + attack, "`" + attack + "`", "$" + attack + "$", "| a |\n|---|\n| " + attack + " |"}) {
            String html = new MarkdownHtml().html(words);
            assertFalse(Pattern.compile("<(?!/?(?:p|h1|code|pre|span|a|img|table|thead|tbody|tr|th|td|em|strong|br|ul|li|blockquote|hr)\\b)|<[^>]*\\son\\w+\\s*=").matcher(html.replaceAll("=\"[^\"]*\"", "=\"\"")).find(), () -> words + "\nbecame " + html);
        }
    }

    @Test
    void thePageItselfForbidsScriptsThatAreNotOurs() {
        assertEquals("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src * data:;"
            + " base-uri 'none'; form-action 'none'\">\n", ContentPolicy.html(List.of()));
        // RFC 6234's digest of "abc", in base 64
        assertTrue(ContentPolicy.html(List.of("abc")).contains("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';"), ContentPolicy.html(List.of("abc")));
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
            String left = Sanitizer.html(html.toString()).toLowerCase(Locale.ROOT);
            boolean acts = left.matches("(?s).*<(script|style|iframe).*|.*<[^>]*\\s(onclick|href=.?javascript)[^>]*>.*") && !left.matches("(?s).*=\"[^\"]*onclick.*");
            assertFalse(acts, html + " became " + left);
        }
    }

    @Test
    void markdownShowsHtmlInsteadOfObeyingIt() {
        var words = new MarkdownHtml();
        assertEquals("<p>a &lt;script&gt;x&lt;/script&gt; b</p>\n", words.html("a <script>x</script> b"));
        assertEquals("<p><a rel=\"nofollow\" href=\"\">x</a></p>\n", words.html("[x](javascript:alert(1))"));
        assertEquals("<p><img src=\"\" alt=\"x\" /></p>\n", words.html("![x](data:image/svg+xml;base64,AA==)"));
    }

    @Test
    void formulasStandBetweenDollarsAndPricesAreNone() {
        var words = new MarkdownHtml();
        assertEquals("<p>size <span class=\"math\">H&#39; &lt; 2</span>, $5 and $6</p>\n", words.html("size $H' < 2$, $5 and $6"));
        assertEquals("<p><span class=\"math display\">\na_1\\\\\nb_2\n</span></p>\n", words.html("$$\na_1\\\\\nb_2\n$$"));
        assertEquals("<p><code>$x$</code></p>\n", words.html("`$x$`"));
    }
}
