package layerbook.repl;

import layerbook.session.output.ControlCharacters;

/**
 * What a program prints, without the power over the terminal: colours, line ends, tabs, backspaces and bells pass; sequences that move the cursor, change the
 * screen or its title, or have the terminal answer into the next line, stand there as signs. Text comes in parts, and a sequence may be cut between two.
 */
final class Sieve {
    private static final char ESCAPE = '\u001b';
    private static final String HARMLESS = "\n\t\r\b\u0007";
    private static final int LONGEST = 64;

    private String held = "";

    /** As much of the text as can be told; what may go on in the next part is kept. */
    String pass(String part) {
        String text = held + part;
        var passed = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = whole(text, i);
            if (end < 0) {
                break;
            }
            passed.append(end == i ? String.valueOf(ControlCharacters.sign(text.charAt(i))) : text.substring(i, end));
            i = Math.max(end, i + 1);
        }
        held = text.substring(i);
        return passed.toString();
    }

    /** What is kept and will not go on. */
    String rest() {
        String rest = held;
        held = "";
        return rest.isEmpty() ? "" : ControlCharacters.sign(rest.charAt(0)) + ControlCharacters.text(rest.substring(1));
    }

    /** Where that which begins here and may pass ends; the same place if it may not, below zero if that cannot be told yet. */
    private static int whole(String text, int at) {
        char c = text.charAt(at);
        if (c == ESCAPE) {
            return colour(text, at);
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() ? -1 : Character.isLowSurrogate(text.charAt(at + 1)) ? at + 2 : at;
        }
        boolean acts = ControlCharacters.acts(c) && HARMLESS.indexOf(c) < 0 || Character.isLowSurrogate(c);
        return acts ? at : at + 1;
    }

    /** {@code ESC [ 1;31 m}, with digits, colons and semicolons only: other letters before the m make it something else. */
    private static int colour(String text, int at) {
        for (int i = at + 1; i < text.length() && i < at + LONGEST; i++) {
            char c = text.charAt(i);
            if (i == at + 1 ? c != '[' : c != ';' && c != ':' && (c < '0' || c > '9')) {
                return c == 'm' && i > at + 1 ? i + 1 : at;
            }
        }
        return text.length() - at < LONGEST ? -1 : at;
    }
}
