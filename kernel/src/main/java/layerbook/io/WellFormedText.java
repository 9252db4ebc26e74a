package layerbook.io;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Text of whole characters. Java lets half of a surrogate pair stand alone; it has no bytes in UTF-8, so it is written as U+FFFD, the sign for
 * what is no character, and never as a question mark that somebody could have meant.
 */
public final class WellFormedText {
    private static final char NO_CHARACTER = '\uFFFD';

    /** UTF-8 that writes U+FFFD for halves of characters. */
    public static final Charset UTF_8 = new Charset("X-Layerbook-UTF-8", new String[0]) {
        @Override public boolean contains(Charset other) {
            return StandardCharsets.UTF_8.contains(other);
        }

        @Override public CharsetDecoder newDecoder() {
            return StandardCharsets.UTF_8.newDecoder();
        }

        @Override public CharsetEncoder newEncoder() {
            return StandardCharsets.UTF_8.newEncoder().replaceWith(String.valueOf(NO_CHARACTER).getBytes(StandardCharsets.UTF_8));
        }
    };

    private WellFormedText() {}

    /** The text with halves of characters replaced. */
    public static String text(String text) {
        StringBuilder copy = null;
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(text, i)) {
                copy = copy == null ? new StringBuilder(text) : copy;
                copy.setCharAt(i, NO_CHARACTER);
            }
        }
        return copy == null ? text : copy.toString();
    }

    /** Whether half a character stands here without its other half. */
    public static boolean isHalf(CharSequence text, int i) {
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c) ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
            : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** The first so many units of a text, one less where that would cut a character in two. */
    public static String first(String text, int units) {
        boolean torn = units > 0 && units < text.length() && Character.isHighSurrogate(text.charAt(units - 1)) && Character.isLowSurrogate(text.charAt(units));
        return text.substring(0, Math.min(text.length(), torn ? units - 1 : units));
    }

    /** The last so many units of a text, one less where that would cut a character in two. */
    public static String last(String text, int units) {
        int from = Math.max(0, text.length() - units);
        return text.substring(from > 0 && !isHalf(text, from) && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }
}
