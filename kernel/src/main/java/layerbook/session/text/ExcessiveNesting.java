package layerbook.session.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what would keep the compiler busy for minutes: it goes a step deeper for each further part of {@code a.f().f()}, {@code else if} and
 * {@code ? :}, and for each call inside a call it looks at all those inside once more. A look at the pieces of the text is enough to know.
 */
public final class ExcessiveNesting {
    /** So many parts in a row take the compiler some seconds; the time grows with the square. */
    static final int LONGEST = 3000;

    /** So many calls inside one another take it some seconds if they are generic; the time doubles with every few more. */
    static final int DEEPEST = 60;

    /** The brackets that a piece stands in: whether they are those of a call, and what stands in a row directly in them. */
    private static final class Inside {
        final boolean call;
        int dots;
        int choices;
        int elses;

        Inside(boolean call) {
            this.call = call;
        }

        void partEnds() {
            dots = 0;
            choices = 0;
        }
    }

    private final Deque<Inside> open = new ArrayDeque<>();
    private int row;
    private int deepest;
    private int calls;
    private boolean ended;
    private boolean callable;

    private ExcessiveNesting() {
        open.push(new Inside(false));
    }

    /** What is too long or too deep in a statement, in a sentence. */
    public static Optional<String> in(String source) {
        if (source.length() < 2 * DEEPEST) {
            return Optional.empty();
        }
        var seen = new ExcessiveNesting();
        JavaText.cut(source, piece -> {
            if (piece.kind() != JavaText.Kind.SPACE && piece.kind() != JavaText.Kind.COMMENT) {
                seen.take(piece.kind(), source, piece.from(), piece.to());
            }
        });
        return seen.row > LONGEST ? said("%,d parts of a statement stand in a row; at most %,d are read", seen.row, LONGEST)
            : seen.deepest > DEEPEST ? said("calls stand %,d deep inside one another; at most %,d are read", seen.deepest, DEEPEST) : Optional.empty();
    }

    private static Optional<String> said(String how, int found, int most) {
        return Optional.of(String.format(Locale.ROOT, how, found, most));
    }

    private void take(JavaText.Kind kind, String source, int from, int to) {
        boolean otherwise = kind == JavaText.Kind.KEYWORD && source.startsWith("else", from);
        Inside here = open.peek();
        here.elses = otherwise ? here.elses + 1 : ended ? 0 : here.elses;
        row = Math.max(row, here.elses);
        ended = false;
        if (kind == JavaText.Kind.SIGN) {
            sign(source.charAt(from));
        }
        callable = kind == JavaText.Kind.WORD;
    }

    private void sign(char c) {
        Inside here = open.peek();
        switch (c) {
            case '(', '[', '{' -> {
                boolean call = c == '(' && callable;
                calls += call ? 1 : 0;
                deepest = Math.max(deepest, calls);
                open.push(new Inside(call));
            }
            case ')', ']', '}' -> {
                if (open.size() > 1) {
                    calls -= open.pop().call ? 1 : 0;
                }
                ended = c == '}';
            }
            case ';' -> {
                here.partEnds();
                ended = true;
            }
            case '.' -> row = Math.max(row, ++here.dots);
            case '?' -> row = Math.max(row, ++here.choices);
            case '+', '-', '*', '/', '%', '=', '&', '|', '^' -> here.dots = 0;
            case ',' -> here.partEnds();
            default -> { }
        }
    }
}
