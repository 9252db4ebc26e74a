package layerbook.session.text;

/**
 * One statement or command of a text.
 *
 * @param source what was typed: the text between {@code start} and {@code end}
 * @param code what is to be run: the source, ended by a semicolon where that was left out
 * @param start where it begins in the text
 * @param end where it ends
 * @param line its line in the text, from 1
 * @param kind what it is
 */
public record Statement(String source, String code, int start, int end, int line, Kind kind) {
    /** How many brackets may stand inside one another: the compiler needs quadratic time for them, and a call of its own for each. */
    public static final int DEEPEST = 500;

    /** Java to be run, a command, Java that breaks off before it is complete, or Java with brackets too deep for the compiler. */
    public enum Kind { JAVA, COMMAND, BROKEN_OFF, TOO_DEEP }

    /** Something else in the place of this statement. */
    public Statement saying(String other) {
        return new Statement(other, other, start, end, line, kind);
    }
}
