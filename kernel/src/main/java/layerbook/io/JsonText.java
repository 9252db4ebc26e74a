package layerbook.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes JSON in one of three spellings: indented as nbformat writes notebooks, on one line as jupytext writes cell metadata (ASCII only),
 * or compact for programs.
 */
public final class JsonText {
    /** How the text is laid out. */
    public enum Style { NBFORMAT, INLINE, COMPACT }

    /** Signs at which some readers break lines, as Python's {@code splitlines} does: an object stands on one line for them, too. */
    private static final String FURTHER_BREAKS = "\u0085\u2028\u2029";
    private static final HexFormat HEX = HexFormat.of();

    private final Appendable out;
    private final Style style;

    public JsonText(Appendable out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** A value on one line, as Python's {@code json.dumps} spells it. */
    public static String inline(Object value) {
        return text(value, Style.INLINE);
    }

    public static String text(Object value, Style style) {
        var text = new StringBuilder();
        try {
            new JsonText(text, style).write(value, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringBuilder has no reason to fail
        }
        return text.toString();
    }

    /** Writes a value; {@code depth} is how far its inner lines are indented. */
    public void write(Object value, int depth) throws IOException {
        if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Iterable<?> list) {
            array(list, depth);
        } else if (value instanceof Object[] array) {
            array(Arrays.asList(array), depth);
        } else if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Json.Num) {
            out.append(String.valueOf(value));
        } else {
            string(value.toString());
        }
    }

    private void object(Map<?, ?> map, int depth) throws IOException {
        out.append('{');
        String[] keys = map.keySet().stream().map(String::valueOf).toArray(String[]::new);
        if (style == Style.NBFORMAT) {
            Arrays.sort(keys, JsonText::byCodePoint);
        }
        boolean first = true;
        for (String key : keys) {
            separate(first, depth + 1);
            first = false;
            string(key);
            out.append(style == Style.COMPACT ? ":" : ": ");
            write(map.get(key), depth + 1);
        }
        close(first, depth, '}');
    }

    private void array(Iterable<?> list, int depth) throws IOException {
        out.append('[');
        boolean first = true;
        for (Object item : list) {
            separate(first, depth + 1);
            first = false;
            write(item, depth + 1);
        }
        close(first, depth, ']');
    }

    private void separate(boolean first, int depth) throws IOException {
        if (!first) {
            out.append(style == Style.INLINE ? ", " : ",");
        }
        newLine(depth);
    }

    private void close(boolean empty, int depth, char bracket) throws IOException {
        if (!empty) {
            newLine(depth);
        }
        out.append(bracket);
    }

    /** In nbformat's layout: a line break and one blank for each level. */
    public void newLine(int depth) throws IOException {
        if (style == Style.NBFORMAT) {
            out.append('\n').append(" ".repeat(depth));
        }
    }

    void string(String text) throws IOException {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape = escape(text, i);
            if (escape != null) {
                out.append(text, from, i).append(escape);
                from = i + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    private String escape(String text, int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> style == Style.COMPACT && WellFormedText.isHalf(text, i) ? "\\ufffd"
                : style == Style.COMPACT && FURTHER_BREAKS.indexOf(c) >= 0 || c < 0x20 || c > 0x7e && style == Style.INLINE || WellFormedText.isHalf(text, i) ? "\\u" + HEX.toHexDigits(c) : null;
        };
    }

    /** Python's order of strings: by code point, where Java's is by UTF-16 unit. */
    private static int byCodePoint(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
