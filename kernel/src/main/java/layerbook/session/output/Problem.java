package layerbook.session.output;

/**
 * What went wrong with a statement: what, where, why, a fix that can be run, and the state we are in.
 *
 * @param kind one of shape, option, compile, runtime, check, command, stopped
 * @param message one sentence, e.g. {@code linear(1024, 64) does not fit its input}
 * @param source the statement, as typed; may have several lines
 * @param start offset in {@code source} of the marked place, or -1
 * @param end offset behind the marked place
 * @param mark what is said under the marked place, or empty
 * @param details lines of the form {@code why    each example has ...}, already worded
 * @param fix a statement (or command) that can be run instead, or null
 * @param state where we are now, e.g. {@code Nothing was added: ...}, or null
 * @param line line of the marked place in the text that was run, from 1
 * @param column column of the marked place, from 1
 * @param cause what was thrown, or null; shown by {@code /why}
 */
public record Problem(String kind, String message, String source, int start, int end, String mark,
                      java.util.List<String> details, String fix, String state, int line, int column, Throwable cause) {
    /** So many characters are said in one message: it may hold whatever user code puts into it. */
    static final int LONGEST = 4_000;

    public Problem {
        message = ValueText.cut(message, LONGEST);
        mark = ValueText.cut(mark, LONGEST);
        details = details.stream().map(detail -> ValueText.cut(detail, LONGEST)).toList();
        state = ValueText.cut(state, LONGEST);
    }

    /** The frame of the design: cross, message, source with the marked place, why, try, state. */
    public String plain(View view) {
        return ErrorFrame.plain(this, view);
    }
}
