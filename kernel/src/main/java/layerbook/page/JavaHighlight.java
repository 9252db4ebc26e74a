package layerbook.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.io.WellFormedText;

/** Java as HTML, its words coloured by kind. */
public final class JavaHighlight {
    private static final Pattern TOKEN = Pattern.compile(
        "(?<c>//[^\\n]*|(?s:/\\*.*?(?:\\*/|\\z)))"
        + "|(?<s>(?s:\"\"\".*?(?:\"\"\"|\\z))|\"(?:\\\\.|[^\"\\\\\\n])*+\"?|'(?:\\\\.|[^'\\\\\\n])*+'?)"
        + "|(?<k>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum|extends|false|final|finally|float"
        + "|for|if|implements|import|instanceof|int|interface|long|new|null|package|private|protected|public|record|return|sealed|short|static|super"
        + "|switch|this|throw|throws|true|try|var|void|while|yield)\\b)"
        + "|(?<n>\\b\\d[\\w.]*)");
    private static final String[] KINDS = {"c", "s", "k", "n"};

    private JavaHighlight() {}

    public static String html(String java) {
        var html = new StringBuilder();
        Matcher token = TOKEN.matcher(java);
        int from = 0;
        while (token.find()) {
            html.append(escaped(java.substring(from, token.start())));
            for (String kind : KINDS) {
                if (token.group(kind) != null) {
                    html.append("<span class=\"").append(kind).append("\">").append(escaped(token.group())).append("</span>");
                }
            }
            from = token.end();
        }
        return html.append(escaped(java.substring(from))).toString();
    }

    /** Text that means itself in HTML. Signs that browsers refuse become a visible one. */
    public static String escaped(String text) {
        return WellFormedText.text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;")
            .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD");
    }
}
