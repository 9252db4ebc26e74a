package layerbook.session.output;

import layerbook.io.WellFormedText;

/**
 * Shows signs that would act on a terminal (escape sequences, bells, reversed text) as signs that only stand there. One stands for one,
 * so that what is underlined stays underlined.
 */
public final class ControlCharacters {
    private static final char ESCAPE = '\u001b';
    private static final java.util.regex.Pattern STYLE = java.util.regex.Pattern.compile("\u001b\\[[0-9;]{0,20}m");
    private static final char PICTURES = '\u2400';
    private static final char DELETE = '\u2421';
    private static final char REPLACEMENT = '\uFFFD';

    private ControlCharacters() {}

    /** The text without the power to move a cursor, and without halves of characters; line breaks and tabs stay. */
    public static String text(String text) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            if (acts(text.charAt(i)) || WellFormedText.isHalf(text, i)) {
                shown = shown == null ? new StringBuilder(text) : shown;
                shown.setCharAt(i, sign(text.charAt(i)));
            }
        }
        return shown == null ? text : shown.toString();
    }

    /** What stands for a sign that would act. */
    public static char sign(char c) {
        return c < ' ' ? (char) (PICTURES + c) : c == 0x7F ? DELETE : REPLACEMENT;
    }

    /** The same for text that our own styles stand in: colours stay, and nothing else. */
    static String styled(String text) {
        if (text.indexOf(ESCAPE) < 0) {
            return text(text);
        }
        var shown = new StringBuilder();
        java.util.regex.Matcher style = STYLE.matcher(text);
        int from = 0;
        while (style.find()) {
            shown.append(text(text.substring(from, style.start()))).append(style.group());
            from = style.end();
        }
        return shown.append(text(text.substring(from))).toString();
    }

    /** Whether a sign would act on a terminal; those that only end a line or step to a column do not. */
    public static boolean acts(char c) {
        return turns(c) || Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    /** Whether a sign turns the direction of writing, so that text is seen in another order than it has. */
    public static boolean turns(char c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    }
}
