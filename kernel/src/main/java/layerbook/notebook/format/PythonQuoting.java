package layerbook.notebook.format;

/** Follows Python's strings from line to line, to know whether a line begins inside one in triple quotes. There, {@code # %%} is text. */
final class PythonQuoting {
    private String open;

    /** Whether the next line begins inside a string. */
    boolean open() {
        return open != null;
    }

    /** Reads on by one line, given without its line break. */
    void line(String line) {
        int i = 0;
        while (i < line.length()) {
            i = open != null ? inside(line, i) : code(line, i);
        }
    }

    private int code(String line, int i) {
        char c = line.charAt(i);
        if (c == '#') {
            return line.length();
        }
        if (c != '"' && c != '\'') {
            return i + 1;
        }
        String three = String.valueOf(c).repeat(3);
        if (line.startsWith(three, i)) {
            open = three;
            return i + 3;
        }
        int end = i + 1;
        while (end < line.length() && line.charAt(end) != c) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private int inside(String line, int i) {
        int end = i;
        while (end < line.length() && !line.startsWith(open, end)) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        if (end < line.length()) {
            open = null;
        }
        return end + 3;
    }
}
