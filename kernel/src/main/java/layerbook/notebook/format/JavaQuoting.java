package layerbook.notebook.format;

/**
 * Follows Java's comments and strings from line to line, to know whether a line begins inside a block comment or a text block. There,
 * {@code // %%} is text and begins no cell.
 */
final class JavaQuoting {
    private enum In { CODE, COMMENT, TEXT_BLOCK }

    private In in = In.CODE;

    /** Whether the next line begins inside a block comment or a text block. */
    boolean open() {
        return in != In.CODE;
    }

    /** Reads on by one line, given without its line break. */
    void line(String line) {
        if (in == In.CODE && isCommand(line)) {
            return;
        }
        int i = 0;
        while (i < line.length()) {
            i = switch (in) {
                case CODE -> code(line, i);
                case COMMENT -> until("*/", line, i);
                case TEXT_BLOCK -> textBlock(line, i);
            };
        }
    }

    /** A session's command, as {@code /open a/*.jsh} or {@code %time}: not Java, so its slashes and quotes mean nothing. */
    private static boolean isCommand(String line) {
        String text = line.stripLeading();
        return text.length() > 1 && (text.charAt(0) == '/' || text.charAt(0) == '%' || text.charAt(0) == '?')
            && (Character.isLetter(text.charAt(1)) || text.charAt(1) == '%');
    }

    private int code(String line, int i) {
        if (line.startsWith("//", i)) {
            return line.length();
        }
        if (line.startsWith("/*", i)) {
            in = In.COMMENT;
            return i + 2;
        }
        if (line.startsWith("\"\"\"", i)) {
            in = In.TEXT_BLOCK;
            return i + 3;
        }
        char c = line.charAt(i);
        return c == '"' || c == '\'' ? literal(line, i + 1, c) : i + 1;
    }

    /** Behind the closing quote; a string that is not closed ends with its line. */
    private static int literal(String line, int i, char quote) {
        while (i < line.length() && line.charAt(i) != quote) {
            i += line.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private int textBlock(String line, int i) {
        while (i < line.length() && !line.startsWith("\"\"\"", i)) {
            i += line.charAt(i) == '\\' ? 2 : 1;
        }
        if (i < line.length()) {
            in = In.CODE;
        }
        return i + 3;
    }

    private int until(String end, String line, int i) {
        int at = line.indexOf(end, i);
        if (at < 0) {
            return line.length();
        }
        in = In.CODE;
        return at + end.length();
    }
}
