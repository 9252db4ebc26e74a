package layerbook.session.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds a text in quotes that is longer than a class file can hold. JShell does not tell of it: it runs nothing from then on. */
public final class LongLiterals {
    /** So many bytes a class file has for a text. */
    public static final int MOST = 65_535;

    private LongLiterals() {}

    /** The first text in quotes that is too long; one with Unicode escapes is let through, since its length is not to be seen here. */
    public static Optional<JavaText.Piece> in(String source) {
        if (source.length() <= MOST / 3) {
            return Optional.empty();
        }
        var found = new JavaText.Piece[1];
        JavaText.cut(source, piece -> {
            if (found[0] == null && piece.kind() == JavaText.Kind.TEXT && isTooLong(source.substring(piece.from(), piece.to()))) {
                found[0] = piece;
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** The compiler takes one sign less than there are bytes. */
    private static boolean isTooLong(String literal) {
        boolean unknown = literal.length() < 2 || literal.startsWith("\"\"\"") || literal.contains("\\u");
        try {
            String text = unknown ? "" : literal.substring(1, literal.length() - 1).translateEscapes();
            return text.length() >= MOST || text.getBytes(StandardCharsets.UTF_8).length > MOST;
        } catch (IllegalArgumentException notAnEscape) {
            return false; // the compiler will say so
        }
    }
}
