package layerbook.session.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where a cursor stands in Java text.
 *
 * @param statement where the line of the statement begins as far as brackets tell: text before it is of no concern
 * @param word what has been typed of the word at the cursor, maybe empty
 * @param from where that word begins
 * @param receiver what stands before the dot before the word, if it is a plain name; empty after another expression; null without a dot
 * @param calls the calls whose brackets are open, innermost first
 * @param inText whether the cursor is inside a literal or a comment
 */
public record CursorContext(int statement, String word, int from, String receiver, List<Call> calls, boolean inText) {
    /** An open bracket: the word before it, how many commas stand since, and the words called inside it so far. */
    public record Call(String word, int argument, List<String> inside) {}

    public static CursorContext of(String text, int cursor) {
        var reading = new Reading(text.substring(0, Math.min(cursor, text.length())));
        JavaText.cut(reading.text, reading::piece);
        return reading.place();
    }

    /** Reads piece by piece and keeps what a place is made of. */
    private static final class Reading {
        private final String text;
        private final Deque<Call> open = new ArrayDeque<>();
        private String last = "";
        private String beforeDot;
        private String receiver;
        private JavaText.Piece lastPiece;
        private int statement;

        Reading(String text) {
            this.text = text;
        }

        void piece(JavaText.Piece piece) {
            String said = text.substring(piece.from(), piece.to());
            switch (piece.kind()) {
                case WORD -> {
                    receiver = beforeDot;
                    beforeDot = null;
                    last = said;
                }
                case SIGN -> sign(said);
                case SPACE -> newLine(said, piece.to());
                case COMMENT -> { }
                default -> {
                    beforeDot = null;
                    last = "";
                }
            }
            lastPiece = piece;
        }

        private void sign(String said) {
            beforeDot = said.equals(".") ? last : null;
            switch (said) {
                case "(", "[", "{" -> {
                    String word = said.equals("(") ? last : "";
                    if (!open.isEmpty() && !word.isEmpty()) {
                        open.peek().inside().add(word);
                    }
                    open.push(new Call(word, 0, new ArrayList<>()));
                }
                case ")", "]", "}" -> open.poll();
                case "," -> {
                    if (!open.isEmpty()) {
                        Call call = open.pop();
                        open.push(new Call(call.word(), call.argument() + 1, call.inside()));
                    }
                }
                default -> { }
            }
            last = "";
        }

        private void newLine(String said, int at) {
            if (said.equals("\n") && open.isEmpty()) {
                statement = at;
            }
        }

        CursorContext place() {
            boolean inWord = lastPiece != null && (lastPiece.kind() == JavaText.Kind.WORD || lastPiece.kind() == JavaText.Kind.KEYWORD);
            boolean inText = lastPiece != null && (lastPiece.kind() == JavaText.Kind.TEXT && !isClosed(lastPiece) || lastPiece.kind() == JavaText.Kind.COMMENT
                || lastPiece.kind() == JavaText.Kind.NUMBER);
            int from = inWord ? lastPiece.from() : text.length();
            return new CursorContext(statement, text.substring(from), from, inWord ? receiver : beforeDot, new ArrayList<>(open), inText);
        }

        private boolean isClosed(JavaText.Piece literal) {
            String said = text.substring(literal.from(), literal.to());
            return said.length() > 1 && said.charAt(0) == said.charAt(said.length() - 1);
        }
    }
}
