package layerbook.session.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads Java text just closely enough to know what is still open at its end: brackets, comments, text blocks.
 * It is asked before the compiler's parser, which would need quadratic time to be shown a long text line by line.
 */
public final class Brackets {
    /** Something opened and not closed: the character, and where it stands. */
    public record Open(String what, int at) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private boolean inComment;
    private boolean inTextBlock;
    private boolean torn;
    private int deepest;
    private int lastToken = -1;
    private int position;

    /** Reads from this place of a text on. */
    public Brackets(int from) {
        position = from;
    }

    /** Reads on; {@code text} is the whole text and reading goes on where it stopped. */
    public void read(CharSequence text, int until) {
        int i = position;
        while (i < until) {
            i = inComment ? commentEnd(text, i, until) : inTextBlock ? textBlockEnd(text, i, until) : token(text, i, until);
        }
        position = i;
    }

    private int commentEnd(CharSequence text, int i, int until) {
        if (at(text, i, until, "*/")) {
            inComment = false;
            open.pop();
            return i + 2;
        }
        return i + 1;
    }

    private int textBlockEnd(CharSequence text, int i, int until) {
        if (text.charAt(i) == '\\') {
            return Math.min(until, i + 2);
        }
        if (at(text, i, until, "\"\"\"")) {
            inTextBlock = false;
            open.pop();
            lastToken = i + 2;
            return i + 3;
        }
        return i + 1;
    }

    private int token(CharSequence text, int i, int until) {
        char c = text.charAt(i);
        if (at(text, i, until, "//")) {
            return lineEnd(text, i, until);
        }
        if (at(text, i, until, "/*")) {
            inComment = true;
            open.push(new Open("/*", i));
            return i + 2;
        }
        if (!Character.isWhitespace(c)) {
            lastToken = i;
        }
        if (at(text, i, until, "\"\"\"")) {
            inTextBlock = true;
            open.push(new Open("\"\"\"", i));
            return i + 3;
        }
        if (c == '"' || c == '\'') {
            return literalEnd(text, i, until, c);
        }
        if (c == '(' || c == '[' || c == '{') {
            open.push(new Open(String.valueOf(c), i));
            deepest = Math.max(deepest, open.size());
        } else if (c == ')' || c == ']' || c == '}') {
            close(c);
        }
        return i + 1;
    }

    private void close(char c) {
        if (open.isEmpty() || partner(open.peek().what()) != c) {
            torn = true;
        } else {
            open.pop();
        }
    }

    static char partner(String opening) {
        return switch (opening) {
            case "(" -> ')';
            case "[" -> ']';
            case "{" -> '}';
            default -> 0;
        };
    }

    private int literalEnd(CharSequence text, int i, int until, char quote) {
        int j = i + 1;
        while (j < until && text.charAt(j) != '\n') {
            char c = text.charAt(j);
            if (c == '\\') {
                j++;
            } else if (c == quote) {
                lastToken = j;
                return j + 1;
            }
            j++;
        }
        lastToken = Math.max(i, Math.min(j, until) - 1);
        torn = true;
        return Math.min(j, until);   // a literal that its line does not close: the compiler will say so
    }

    private static int lineEnd(CharSequence text, int i, int until) {
        int j = i;
        while (j < until && text.charAt(j) != '\n') {
            j++;
        }
        return j;
    }

    private static boolean at(CharSequence text, int i, int until, String what) {
        if (i + what.length() > until) {
            return false;
        }
        for (int k = 0; k < what.length(); k++) {
            if (text.charAt(i + k) != what.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Whether more text is needed before the brackets, comments and text blocks are closed. */
    public boolean isOpen() {
        return !open.isEmpty() && !torn;
    }

    /** How deep we are in brackets. */
    public int depth() {
        return open.size();
    }

    /** How deep we were at most. */
    public int deepest() {
        return deepest;
    }

    /** What was opened last and is still open. */
    public Optional<Open> innermost() {
        return Optional.ofNullable(open.peek());
    }

    /** Whether a bracket was closed that was not open, or a text begun that its line does not end: no further line can mend that. */
    public boolean isTorn() {
        return torn;
    }

    /** Where the last character stands that is neither space nor comment, or -1. */
    public int lastToken() {
        return lastToken;
    }

    /** Reads a whole text. */
    public static Brackets of(CharSequence text) {
        var brackets = new Brackets(0);
        brackets.read(text, text.length());
        return brackets;
    }
}
