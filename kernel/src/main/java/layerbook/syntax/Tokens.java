package layerbook.syntax;

import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Token.Kind;

/** The tokens of a text and how far they are read. */
final class Tokens {
    private static final int DEEPEST = 500;

    final String text;
    private final Lines lines;
    private final Token[] all;
    private int at;
    private int depth;

    Tokens(String text) {
        this.text = text;
        lines = new Lines(text);
        all = new Tokenizer(text).tokens().toArray(Token[]::new);
    }

    /** The text is not Python here. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SyntaxProblem problem;

        Unreadable(SyntaxProblem problem) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
        }

        SyntaxProblem problem() {
            return problem;
        }
    }

    Token peek() {
        return all[at];
    }

    Token after() {
        return all[Math.min(at + 1, all.length - 1)];
    }

    Token next() {
        Token token = all[at];
        at = Math.min(at + 1, all.length - 1);
        return token;
    }

    int mark() {
        return at;
    }

    void rewind(int mark) {
        at = mark;
    }

    boolean is(String sign) {
        return peek().is(sign);
    }

    boolean is(Kind kind) {
        return peek().kind() == kind;
    }

    boolean accept(String sign) {
        boolean there = is(sign);
        if (there) {
            next();
        }
        return there;
    }

    /** Takes this sign, or fails with the reason {@code expected 'sign'} and the rest. */
    Token expect(String sign, String where) {
        if (!is(sign)) {
            throw fail("expected '" + sign + "'" + where);
        }
        return next();
    }

    String name(String what) {
        if (!is(Kind.NAME)) {
            throw fail(is(Kind.KEYWORD) ? "'" + peek().text() + "' is a reserved word and cannot be " + what : "expected " + what);
        }
        return next().text();
    }

    /** Where the next token begins. */
    int start() {
        return peek().start();
    }

    /** From an offset to the end of the last token that was taken. */
    Place from(int start) {
        return lines.place(start, at == 0 ? start : Math.max(start, previousEnd()));
    }

    private int previousEnd() {
        int last = at - 1;
        while (last > 0 && (all[last].kind() == Kind.NEWLINE || all[last].kind() == Kind.INDENT || all[last].kind() == Kind.DEDENT)) {
            last--;
        }
        return all[last].end();
    }

    /** The place of the next token. */
    Place here() {
        return lines.place(peek().start(), peek().end());
    }

    /** The error at the next token; a token that cannot be read says itself why. */
    Unreadable fail(String reason) {
        return is(Kind.WRONG) ? failAt(here(), peek().text()) : failAt(here(), reason);
    }

    Unreadable failAt(Place place, String reason) {
        return new Unreadable(new SyntaxProblem(place, reason));
    }

    void enter() {
        if (++depth > DEEPEST) {
            depth = 0;
            throw fail("nested more than " + DEEPEST + " deep");
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /** After an error: as deep as where it is caught. */
    void backTo(int before) {
        depth = before;
    }

    /** Skips the rest of a statement begun at a mark that could not be read, with the block under it. */
    void skipStatement(int begun) {
        boolean ended = at > begun && all[at - 1].kind() == Kind.NEWLINE;
        while (!ended && !is(Kind.NEWLINE) && !is(Kind.END) && !is(Kind.INDENT) && !is(Kind.DEDENT)) {
            next();
        }
        if (!ended && is(Kind.NEWLINE)) {
            next();
        }
        if (is(Kind.INDENT)) {
            skipBlock();
        } else if (at == begun && !is(Kind.DEDENT)) {
            next();
        }
    }

    private void skipBlock() {
        int open = 0;
        do {
            open += is(Kind.INDENT) ? 1 : is(Kind.DEDENT) ? -1 : 0;
            next();
        } while (open > 0 && !is(Kind.END));
    }

    /** Elements separated by commas up to a sign, which is taken; a comma may stand before it. */
    <T> List<T> listUntil(String close, java.util.function.Supplier<T> element) {
        var found = new ArrayList<T>();
        while (!is(close)) {
            found.add(element.get());
            if (!accept(",") && !is(close)) {
                throw fail("expected ',' or '" + close + "'");
            }
        }
        next();
        return List.copyOf(found);
    }
}
