package layerbook.notebook.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.io.Json;
import layerbook.io.JsonText;

/**
 * The line that begins a cell: {@code // %% Title [markdown] key=json}. Rules are those of the percent format, version 1.3.
 *
 * @param kind what the cell holds
 * @param metadata title, depth and keys, in the order of the line
 */
public record Marker(CellKind kind, Map<String, Object> metadata) {
    private static final Pattern START = Pattern.compile("\\s*//\\s*%%((%*)\\s.*)");
    private static final Pattern BARE = Pattern.compile("\\s*//\\s*(%%|<codecell>|In\\[[0-9 ]*\\]:?)\\s*");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_.-]+");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_.]+[a-zA-Z0-9_.]*");
    /** Where jupytext puts an option line that it cannot read, and so do we. */
    private static final String UNREADABLE = "incorrectly_encoded_metadata";

    /** Whether this line begins a cell (if it does not stand in a comment or a text block). */
    public static boolean begins(String line) {
        return line.contains("//") && (START.matcher(line).matches() || BARE.matcher(line).matches());
    }

    /** Reads a line that {@link #begins} a cell. */
    public static Marker parse(String line) {
        Matcher start = START.matcher(line);
        if (!start.matches()) {
            return new Marker(CellKind.CODE, Map.of());
        }
        String options = start.group(1).strip();
        int keys = keysFrom(options);
        Map<String, Object> metadata = new LinkedHashMap<>();
        CellKind kind = title(options.substring(0, keys).strip(), metadata);
        metadata.putAll(values(options.substring(keys).strip()));
        return new Marker(kind, metadata);
    }

    /** Where the title ends and keys begin: at the word before the first equals sign, or at the first brace. */
    private static int keysFrom(String options) {
        int brace = options.indexOf('{');
        int equals = options.indexOf('=');
        if (brace >= 0 && (equals < 0 || brace < equals)) {
            return brace;
        }
        int end = equals < 0 ? options.length() : wordBefore(options, equals);
        // words that begin with a dot are attributes, not title
        while (end > 0) {
            int word = options.lastIndexOf(' ', end - 1) + 1;
            if (!options.substring(word, end).isBlank() && options.charAt(word) != '.') {
                break;
            }
            end = Math.max(0, word - 1);
        }
        return end;
    }

    private static int wordBefore(String options, int equals) {
        int end = options.substring(0, equals).stripTrailing().length();
        return Math.max(0, options.lastIndexOf(' ', Math.max(0, end - 1)));
    }

    private static CellKind title(String text, Map<String, Object> metadata) {
        CellKind kind = CellKind.CODE;
        for (String word : new String[] {"markdown", "raw", "md"}) {
            if (text.contains("[" + word + "]")) {
                text = text.replace("[" + word + "]", "").strip();
                kind = word.equals("raw") ? CellKind.RAW : CellKind.MARKDOWN;
                if (word.equals("md")) {
                    metadata.put("region_name", "md");
                }
                break;
            }
        }
        int depth = 0;
        while (depth < text.length() && text.charAt(depth) == '%') {
            depth++;
        }
        if (depth > 0) {
            metadata.put("cell_depth", new Json.Num(Integer.toString(depth)));
        }
        String title = text.substring(depth).strip();
        if (!title.isEmpty()) {
            metadata.put("title", title);
        }
        return kind;
    }

    private static Map<String, Object> values(String text) {
        if (text.startsWith("{")) {
            Object value = value(text);
            return value instanceof Map<?, ?> ? Json.map(value) : Map.of(UNREADABLE, text);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String word : words(text)) {
            int equals = word.indexOf('=');
            Object value = equals < 0 ? null : value(word.substring(equals + 1));
            String key = equals < 0 ? word : word.substring(0, equals);
            if (!(equals < 0 ? WORD : KEY).matcher(key).matches() || value == UNREADABLE) {
                return Map.of(UNREADABLE, text);
            }
            values.put(key, value);
        }
        return values;
    }

    private static Object value(String text) {
        try {
            return Json.parse(text.startsWith("'") && text.endsWith("'") && text.length() > 1 && text.indexOf('"') < 0
                ? '"' + text.substring(1, text.length() - 1) + '"' : text);
        } catch (IOException e) {
            return UNREADABLE;
        }
    }

    /** Splits at blanks that stand outside strings and brackets. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            if (quote != 0 && i < text.length()) {
                quote = c == quote ? 0 : quote;
                i += c == '\\' ? 1 : 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            } else if (c == ' ' && (depth <= 0 || i == text.length())) {
                if (i > from) {
                    words.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        if (from < text.length()) {
            words.add(text.substring(from));
        }
        return words;
    }

    /** The line as jupytext writes it. */
    String text() {
        var text = new StringBuilder();
        Map<String, Object> keys = new LinkedHashMap<>(metadata);
        int depth = keys.get("cell_depth") instanceof Json.Num n && n.text().matches("[1-9]") ? n.text().charAt(0) - '0' : 0;
        if (depth > 0) {
            keys.remove("cell_depth");
        }
        text.append("%".repeat(depth));
        word(text, keys.remove("title") instanceof String title ? title : "");
        if (kind != CellKind.CODE) {
            word(text, "[" + (keys.remove("region_name") instanceof String name ? name : kind.word()) + "]");
        }
        keys.forEach((key, value) -> word(text, key.equals(UNREADABLE) ? String.valueOf(value)
            : value == null ? key : key + "=" + JsonText.inline(value)));
        return "// %%" + (text.length() == 0 || depth > 0 ? "" : " ") + text;
    }

    private static void word(StringBuilder text, String word) {
        if (!word.isEmpty()) {
            text.append(text.length() == 0 ? "" : " ").append(word);
        }
    }
}
