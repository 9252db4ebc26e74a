package layerbook.session.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Javadoc of public methods out of a source of words: of each word the first method that has an example, or else the first. */
final class JavadocReader {
    private static final Pattern METHOD =
        Pattern.compile("    /\\*\\*((?:(?!\\*/).)*)\\*/\\n    public static (?:<[^{]*?> )?[\\w.<>\\[\\], ?]+ (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern EXAMPLES = Pattern.compile("<pre>\\{@code\\n(.*?)\\n *}</pre>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("@(param|return)\\s+((?:(?!\\s@(?:param|return)\\s).)*)", Pattern.DOTALL);

    private JavadocReader() {}

    /** What a type says of itself. */
    static Map<String, Object> type(String source) {
        int end = source.indexOf("*/");
        return entry(source.substring(source.indexOf("/**") + 3, end).replaceAll("(?m)^ *\\* ?", "").strip());
    }

    static Map<String, Map<String, Object>> words(String source) {
        var words = new TreeMap<String, Map<String, Object>>();
        Matcher method = METHOD.matcher(source);
        while (method.find()) {
            String doc = method.group(1).replaceAll("(?m)^ *\\* ?", "").strip();
            Map<String, Object> entry = entry(doc);
            words.merge(method.group(2), entry, (one, other) -> ((List<?>) one.get("examples")).isEmpty() && !((List<?>) other.get("examples")).isEmpty() ? other : one);
        }
        return words;
    }

    private static Map<String, Object> entry(String doc) {
        var examples = new ArrayList<String>();
        Matcher pre = EXAMPLES.matcher(doc);
        String rest = doc;
        if (pre.find()) {
            pre.group(1).lines().map(String::strip).forEach(examples::add);
            rest = doc.substring(0, pre.start()) + doc.substring(pre.end());
        }
        var arguments = new ArrayList<String>();
        String gives = "";
        Matcher tag = TAG.matcher(rest);
        int end = rest.length();
        while (tag.find()) {
            end = Math.min(end, tag.start());
            String text = plain(tag.group(2));
            if (tag.group(1).equals("return")) {
                gives = text;
            } else if (!text.startsWith("<")) {
                arguments.add(text.replaceFirst(" ", "  "));
            }
        }
        var entry = new LinkedHashMap<String, Object>();
        entry.put("text", plain(rest.substring(0, end)));
        entry.put("arguments", arguments);
        entry.put("gives", gives);
        entry.put("examples", examples);
        return entry;
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link)\\s+#?([^}]*)}", "$1").replace("<p>", " ").replace("&lt;", "<").replace("&gt;", ">")
            .replace("&amp;", "&").replaceAll("\\s+", " ").strip();
    }
}
