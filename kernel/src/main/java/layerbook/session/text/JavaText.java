package layerbook.session.text;

import java.util.Set;
import java.util.function.Consumer;

/** Cuts Java text, finished or not, into pieces, for colouring and for knowing where a cursor stands. Every character belongs to exactly one piece. */
public final class JavaText {
    /** What a piece is. */
    public enum Kind { SPACE, COMMENT, TEXT, NUMBER, WORD, KEYWORD, SIGN }

    /** A piece of the text. */
    public record Piece(Kind kind, int from, int to) {}

    public static final Set<String> KEYWORDS = Set.of("abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "continue",
        "default", "do", "double", "else", "enum", "extends", "false", "final", "finally", "float", "for", "if", "implements", "import",
        "instanceof", "int", "interface", "long", "native", "new", "null", "package", "private", "protected", "public", "record", "return",
        "sealed", "short", "static", "strictfp", "super", "switch", "synchronized", "this", "throw", "throws", "transient", "true", "try", "var",
        "void", "volatile", "while", "yield");

    private final String text;

    private JavaText(String text) {
        this.text = text;
    }

    /** Hands out the pieces in order. */
    public static void cut(String text, Consumer<Piece> to) {
        var java = new JavaText(text);
        for (int at = 0; at < text.length();) {
            Piece piece = java.piece(at);
            to.accept(piece);
            at = piece.to();
        }
    }

    /** Whether the last that stands in it is a semicolon; comments and space do not count. */
    public static boolean endsWithSemicolon(String text) {
        var last = new Piece[1];
        cut(text, piece -> last[0] = piece.kind() == Kind.SPACE || piece.kind() == Kind.COMMENT ? last[0] : piece);
        return last[0] != null && text.startsWith(";", last[0].from());
    }

    private Piece piece(int at) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            return new Piece(Kind.SPACE, at, at + 1);
        }
        if (text.startsWith("//", at)) {
            return new Piece(Kind.COMMENT, at, end("\n", at, false));
        }
        if (text.startsWith("/*", at)) {
            return new Piece(Kind.COMMENT, at, end("*/", at + 2, true));
        }
        if (text.startsWith("\"\"\"", at)) {
            return new Piece(Kind.TEXT, at, end("\"\"\"", at + 3, true));
        }
        if (c == '"' || c == '\'') {
            return new Piece(Kind.TEXT, at, literal(c, at + 1));
        }
        if (Character.isJavaIdentifierStart(c)) {
            int to = word(at);
            return new Piece(KEYWORDS.contains(text.substring(at, to)) ? Kind.KEYWORD : Kind.WORD, at, to);
        }
        return Character.isDigit(c) ? new Piece(Kind.NUMBER, at, number(at)) : new Piece(Kind.SIGN, at, at + 1);
    }

    private int end(String mark, int from, boolean with) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : with ? at + mark.length() : at;
    }

    private int literal(char quote, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n') {
            if (text.charAt(i) == quote) {
                return i + 1;
            }
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    private int word(int from) {
        int i = from;
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int number(int from) {
        int i = from;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || "._".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }
}
