package layerbook.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of Python text in a constructor: fixed, or a value that may differ from module to module and then becomes an argument of their class.
 *
 * @param text how it is written
 * @param name what the value is called, e.g. {@code out_channels}; null for fixed text
 */
record Piece(String text, String name) {
    static Piece fixed(String text) {
        return new Piece(text, null);
    }

    boolean isValue() {
        return name != null;
    }

    static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** The text with its values left out: modules of one class have the same. */
    static String pattern(List<Piece> pieces) {
        return pieces.stream().map(p -> p.isValue() ? "\u0000" : p.text).collect(Collectors.joining());
    }
}
