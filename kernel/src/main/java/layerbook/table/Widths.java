package layerbook.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How many columns of a terminal a text takes: marks that combine take none, East Asian wide signs take two. */
public final class Widths {
    private static final Pattern BREAK = Pattern.compile("(?<= )|(?<=[\\u2E80-\\u9FFF\\uFF00-\\uFFEF])(?![ ,.;:!?)\u3001\u3002\uff0c\uff1b\uff1a\uff1f\uff01\uff09])");

    private Widths() {}

    public static int of(String text) {
        return text.codePoints().map(Widths::of).sum();
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT || c < 32) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** Lines no wider than this, broken at spaces and behind Chinese signs; a word that is wider stays whole. */
    public static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : BREAK.split(text)) {
            if (line.length() > 0 && of(line.toString()) + of(word.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.length() == 0 && word.isBlank() ? "" : word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The text in this width: words are left out at its end, and said to be; only a first word that is too wide alone is cut. */
    public static String shortened(String text, int width, String dots) {
        if (of(text) <= width) {
            return text;
        }
        for (int end = text.lastIndexOf(' ', cut(text, width).length()); end > 0; end = text.lastIndexOf(' ', end - 1)) {
            String kept = text.substring(0, end).stripTrailing() + " " + dots;
            if (of(kept) <= width) {
                return kept;
            }
        }
        String first = text.split(" ", 2)[0];
        if (of(first) <= width) {
            return first;
        }
        return cut(first, width - of(dots)) + dots;
    }

    /** As much of the beginning of a text as this width holds. */
    public static String cut(String text, int width) {
        int end = 0;
        int left = width;
        while (end < text.length() && left >= of(text.codePointAt(end))) {
            left -= of(text.codePointAt(end));
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(0, end);
    }
}
