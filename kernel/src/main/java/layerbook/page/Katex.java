package layerbook.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** KaTeX with its fonts, put into a page so that formulas need no network. */
public final class Katex {
    private static final String HOME = "/META-INF/resources/webjars/katex/0.18.11/dist/";
    private static final Pattern FONT = Pattern.compile("src:url\\(fonts/([\\w-]+\\.woff2)\\) format\\(\"woff2\"\\)[^;}]*");
    private static final String RENDER = """
        document.querySelectorAll('.math').forEach(function (e) {
          katex.render(e.textContent, e, {displayMode: e.classList.contains('display'), throwOnError: false, trust: false, strict: 'ignore'});
        });
        """;

    private Katex() {}

    public static void style(Writer out) throws IOException {
        Matcher font = FONT.matcher(text("katex.min.css"));
        var css = new StringBuilder();
        while (font.find()) {
            String data = Base64.getEncoder().encodeToString(bytes("fonts/" + font.group(1)));
            font.appendReplacement(css, Matcher.quoteReplacement("src:url(data:font/woff2;base64," + data + ") format(\"woff2\")"));
        }
        out.append("<style>").append(font.appendTail(css)).append("</style>\n");
    }

    /** The scripts that set the formulas of a page; they stand behind its body. */
    public static List<String> scripts() throws IOException {
        return List.of(text("katex.min.js").replace("</script", "<\\/script"), RENDER);
    }

    private static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Katex.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new IOException("KaTeX is not on the class path: " + name);
            }
            return in.readAllBytes();
        }
    }
}
