package layerbook.syntax;

/**
 * Where a piece of source stands: its line and column, both from 1, and its half-open range of offsets in the text.
 * Columns and offsets count Java chars of the text as it was given, so {@code text.substring(start, end)} is the piece.
 */
public record Place(int line, int column, int start, int end) {
    /** From the beginning of this place to the end of that one. */
    public Place to(Place last) {
        return new Place(line, column, start, Math.max(end, last.end));
    }

    /** {@code 12:5}, line and column. */
    @Override public String toString() {
        return line + ":" + column;
    }
}
