package layerbook.session.python;

/** What is open at the end of a text of Python: brackets, a text in three quotes, a line that a backslash continues. */
final class OpenText {
    private int depth;
    private String quote;
    private final boolean continued;

    OpenText(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (quote != null) {
                if (c == '\\') {
                    i++;
                } else if (text.startsWith(quote, i)) {
                    i += quote.length() - 1;
                    quote = null;
                } else if (c == '\n' && quote.length() == 1) {
                    quote = null;
                }
            } else if (c == '#') {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end - 1;
            } else if (c == '"' || c == '\'') {
                quote = text.startsWith(String.valueOf(c).repeat(3), i) ? String.valueOf(c).repeat(3) : String.valueOf(c);
                i += quote.length() - 1;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
            i++;
        }
        String end = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        continued = end.endsWith("\\");
    }

    boolean isOpen() {
        return depth > 0 || quote != null && quote.length() == 3 || continued;
    }

    int depth() {
        return depth;
    }
}
