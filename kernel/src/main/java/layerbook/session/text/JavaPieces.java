package layerbook.session.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Java text, cut into pieces that one can look at one by one; behind the last there are empty ones. */
public final class JavaPieces {
    private final String source;
    private final List<JavaText.Piece> all = new ArrayList<>();

    private JavaPieces(String source, Predicate<JavaText.Piece> isKept) {
        this.source = source;
        JavaText.cut(source, piece -> {
            if (isKept.test(piece)) {
                all.add(piece);
            }
        });
    }

    public static JavaPieces of(String source) {
        return new JavaPieces(source, piece -> true);
    }

    /** Without space and comments. */
    public static JavaPieces solid(String source) {
        return new JavaPieces(source, piece -> piece.kind() != JavaText.Kind.SPACE && piece.kind() != JavaText.Kind.COMMENT);
    }

    public int size() {
        return all.size();
    }

    /** Where a piece begins in the text. */
    public int from(int i) {
        return i < all.size() ? all.get(i).from() : source.length();
    }

    public String text(int i) {
        return i < all.size() ? source.substring(all.get(i).from(), all.get(i).to()) : "";
    }

    /** The text of the pieces from one up to another, that one not among them. */
    public String source(int from, int to) {
        return from >= to ? "" : source.substring(all.get(from).from(), all.get(Math.min(to, all.size()) - 1).to());
    }

    public boolean is(int i, String text) {
        return text(i).equals(text);
    }

    public boolean is(int i, JavaText.Kind kind) {
        return i >= 0 && i < all.size() && all.get(i).kind() == kind;
    }

    /** The first piece from this one on that is neither space nor comment. */
    public int skip(int i) {
        int at = i;
        while (is(at, JavaText.Kind.SPACE) || is(at, JavaText.Kind.COMMENT)) {
            at++;
        }
        return at;
    }

    /** The word or sign before this one; empty at the beginning. */
    public String before(int i) {
        int at = i - 1;
        while (is(at, JavaText.Kind.SPACE) || is(at, JavaText.Kind.COMMENT)) {
            at--;
        }
        return at < 0 ? "" : text(at);
    }

    /** Where the bracket that opens here is closed; the end if it never is. */
    public int close(int open) {
        int depth = 0;
        for (int i = open; i < all.size(); i++) {
            String said = text(i);
            depth += said.equals("(") || said.equals("[") || said.equals("{") ? 1 : said.equals(")") || said.equals("]") || said.equals("}") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return all.size();
    }
}
