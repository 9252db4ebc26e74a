package layerbook.syntax;

/**
 * Something that is not Python, and where.
 *
 * @param reason one sentence without its full stop: {@code expected ':' after the condition of if}
 */
public record SyntaxProblem(Place place, String reason) {
    /** {@code 12:5: expected ':'} */
    @Override public String toString() {
        return place + ": " + reason;
    }
}
