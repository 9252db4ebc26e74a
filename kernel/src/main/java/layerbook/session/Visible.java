package layerbook.session;

/**
 * Shows signs that would act on a terminal (escape sequences, bells, reversed text) as signs that only stand there. One stands for one,
 * so that what is underlined stays underlined.
 */
final class Visible {
    private static final char PICTURES = '\u2400';
    private static final char DELETE = '\u2421';
    private static final char REPLACEMENT = '\uFFFD';

    private Visible() {}

    /** The text without the power to move a cursor; line breaks and tabs stay. */
    static String text(String text) {
        if (text.chars().noneMatch(c -> acts((char) c))) {
            return text;
        }
        var shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (acts(c)) {
                shown.setCharAt(i, c < ' ' ? (char) (PICTURES + c) : c == 0x7F ? DELETE : REPLACEMENT);
            }
        }
        return shown.toString();
    }

    private static boolean acts(char c) {
        boolean turns = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
        return turns || Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
