package layerbook.repl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import layerbook.session.text.JavaText;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is being typed: Java, the words of Layerbook, commands; and the bracket that belongs to the one at the cursor. */
final class Painter implements Highlighter {
    private static final int NOWHERE = -2;

    private final Supplier<Theme> theme;
    private final Supplier<Vocabulary> words;

    Painter(Supplier<Theme> theme, Supplier<Vocabulary> words) {
        this.theme = theme;
        this.words = words;
    }

    @Override public AttributedString highlight(LineReader reader, String text) {
        return paint(text, reader instanceof Reader ours && ours.isFinished() ? NOWHERE : reader.getBuffer().cursor());
    }

    AttributedString paint(String text, int cursor) {
        if (text.startsWith("/") && !text.startsWith("//") && !text.startsWith("/*") || text.startsWith("?")) {
            return command(text);
        }
        var pieces = new ArrayList<JavaText.Piece>();
        JavaText.cut(text, pieces::add);
        int[] partners = partners(text, pieces, cursor);
        var out = new AttributedStringBuilder();
        for (JavaText.Piece piece : pieces) {
            boolean marked = piece.from() == partners[0] || piece.from() == partners[1];
            out.styled(marked ? theme.get().partner() : style(text, piece), text.substring(piece.from(), piece.to()));
        }
        return out.toAttributedString();
    }

    private AttributedString command(String text) {
        int end = 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new AttributedStringBuilder().styled(theme.get().command(), text.substring(0, end)).append(text.substring(end)).toAttributedString();
    }

    private AttributedStyle style(String text, JavaText.Piece piece) {
        return switch (piece.kind()) {
            case KEYWORD -> theme.get().keyword();
            case TEXT -> theme.get().text();
            case COMMENT -> theme.get().comment();
            case NUMBER -> theme.get().number();
            case WORD -> word(text, piece);
            default -> AttributedStyle.DEFAULT;
        };
    }

    /** A word is a layer or an option only where it is called; one that is both is an option inside other brackets. */
    private AttributedStyle word(String text, JavaText.Piece piece) {
        if (piece.to() >= text.length() || text.charAt(piece.to()) != '(') {
            return AttributedStyle.DEFAULT;
        }
        String word = text.substring(piece.from(), piece.to());
        boolean layer = words.get().isLayer(word);
        boolean option = words.get().isOption(word);
        if (layer && option) {
            layer = piece.from() == 0 || text.charAt(piece.from() - 1) == '.' || text.charAt(piece.from() - 1) == '\n';
        }
        return layer ? theme.get().layer() : option ? theme.get().option() : AttributedStyle.DEFAULT;
    }

    /** Where the bracket before or at the cursor stands, and its partner; -1 if there is none. */
    private static int[] partners(String text, List<JavaText.Piece> pieces, int cursor) {
        Deque<Integer> open = new ArrayDeque<>();
        for (JavaText.Piece piece : pieces) {
            char c = piece.kind() == JavaText.Kind.SIGN ? text.charAt(piece.from()) : ' ';
            if ("([{".indexOf(c) >= 0) {
                open.push(piece.from());
            } else if (")]}".indexOf(c) >= 0 && !open.isEmpty()) {
                int from = open.pop();
                if (at(from, cursor) || at(piece.from(), cursor)) {
                    return new int[] {from, piece.from()};
                }
            }
        }
        return new int[] {-1, -1};
    }

    private static boolean at(int bracket, int cursor) {
        return bracket == cursor - 1 || bracket == cursor;
    }
}
