package layerbook.export;

import java.util.ArrayList;
import java.util.List;

/** Breaks long calls, an argument a line. Where a line may be broken is marked in the text by {@link #OPEN}, {@link #BREAK} and {@link #CLOSE}. */
final class Layout {
    static final char OPEN = '\u0001';
    static final char BREAK = '\u0002';
    static final char CLOSE = '\u0003';

    private Layout() {}

    /** The text without marks, on one line if that fits behind the indentation, else broken at the outermost marks. */
    static String of(String marked, int indent, int widest) {
        String plain = marked.replace(String.valueOf(OPEN), "").replace(String.valueOf(BREAK), " ").replace(String.valueOf(CLOSE), "");
        int open = marked.indexOf(OPEN);
        if (open < 0 || indent + plain.length() <= widest) {
            return plain;
        }
        int close = closing(marked, open);
        String inner = " ".repeat(indent + 4);
        var out = new StringBuilder(marked.substring(0, open));
        for (String part : parts(marked.substring(open + 1, close))) {
            out.append('\n').append(inner).append(of(part, indent + 4, widest));
        }
        return out.append('\n').append(" ".repeat(indent)).append(of(marked.substring(close + 1), indent, widest)).toString();
    }

    private static int closing(String marked, int open) {
        int depth = 0;
        for (int i = open; ; i++) {
            depth += marked.charAt(i) == OPEN ? 1 : marked.charAt(i) == CLOSE ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
    }

    private static List<String> parts(String inside) {
        var out = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += c == OPEN ? 1 : c == CLOSE ? -1 : 0;
            if (depth == 0 && c == BREAK) {
                out.add(inside.substring(from, i));
                from = i + 1;
            }
        }
        out.add(inside.substring(from));
        return out;
    }
}
