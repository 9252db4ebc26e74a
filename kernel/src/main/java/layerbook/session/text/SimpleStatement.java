package layerbook.session.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement of the plain kind that most are: a call, a declaration or an assignment with names and numbers in it, such as
 * {@code x = x.then(conv2d(16, 3, padding(1)))}. It is read by the rules of Java; whatever is not surely such a statement is not read at all.
 *
 * @param type the type that is declared, {@code var} included, or null
 * @param name the variable that is declared or assigned, or null
 * @param term what stands to the right, or all of it
 */
public record SimpleStatement(String type, String name, SimpleExpression term) {
    private static final List<List<String>> SIGNS = List.of(List.of("||"), List.of("&&"), List.of("==", "!="), List.of("<=", ">=", "<", ">"), List.of("+", "-"), List.of("*", "/", "%"));
    private static final int LONGEST = 4000;
    private static final int COMPARING = 3;

    /** Reads a whole statement, with or without the semicolon at its end; empty if it is anything else, wrong ones included. */
    public static Optional<SimpleStatement> read(String text) {
        if (text.length() > LONGEST || text.contains("\\u") || text.contains("\"\"\"")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Reader(text).statement());
        } catch (NotRead e) {
            return Optional.empty();
        }
    }

    /** Control flow, not an error: so it has no stack. */
    private static final class NotRead extends RuntimeException {
        static final NotRead IT = new NotRead();

        private NotRead() {
            super(null, null, false, false);
        }
    }

    private static final class Reader {
        private final String text;
        private final List<JavaText.Piece> pieces = new ArrayList<>();
        private int next;

        Reader(String text) {
            this.text = text;
            JavaText.cut(text, piece -> {
                if (piece.kind() != JavaText.Kind.SPACE && piece.kind() != JavaText.Kind.COMMENT) {
                    pieces.add(piece);
                }
            });
        }

        SimpleStatement statement() {
            String type = null;
            String name = null;
            if (is(0, JavaText.Kind.WORD) && isSign(1, "=") && !isSign(2, "=")) {
                name = word();
                next++;
            } else if ((is(0, JavaText.Kind.WORD) || is(0, JavaText.Kind.KEYWORD)) && is(1, JavaText.Kind.WORD) && isSign(2, "=")) {
                type = text(0);
                next++;
                name = word();
                next++;
            }
            SimpleExpression term = infix(0);
            if (isSign(0, ";")) {
                next++;
            }
            if (next < pieces.size()) {
                throw NotRead.IT;
            }
            return new SimpleStatement(type, name, term);
        }

        private SimpleExpression infix(int level) {
            if (level == SIGNS.size()) {
                return prefix();
            }
            SimpleExpression left = infix(level + 1);
            for (Optional<String> sign = sign(level); sign.isPresent(); sign = level == COMPARING ? Optional.empty() : sign(level)) {
                next += sign.get().length();
                left = new SimpleExpression.Infix(sign.get(), left, infix(level + 1));
            }
            return left;
        }

        /** A sign of this level that is no part of a longer one, such as the first of {@code ++} and {@code +=}. */
        private Optional<String> sign(int level) {
            return SIGNS.get(level).stream().filter(s -> isSigns(s) && !(isSign(s.length(), "=") && isNextTo(s.length()))
                && !(s.length() == 1 && isSign(1, s) && isNextTo(1))).findFirst();
        }

        private boolean isSigns(String sign) {
            for (int i = 0; i < sign.length(); i++) {
                if (!isSign(i, sign.substring(i, i + 1)) || i > 0 && !isNextTo(i)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isNextTo(int ahead) {
            return pieces.get(next + ahead - 1).to() == pieces.get(next + ahead).from();
        }

        private SimpleExpression prefix() {
            for (char sign : new char[] {'-', '!'}) {
                if (isSign(0, String.valueOf(sign)) && !isSign(1, String.valueOf(sign))) {
                    next++;
                    return new SimpleExpression.Prefix(sign, prefix());
                }
            }
            SimpleExpression term = primary();
            while (isSign(0, ".")) {
                next++;
                String name = word();
                term = call(term, name);
            }
            return term;
        }

        private SimpleExpression primary() {
            if (isSign(0, "(")) {
                next++;
                SimpleExpression inner = infix(0);
                sign(")");
                if (inner instanceof SimpleExpression.Name) {
                    throw NotRead.IT; // a name in brackets may be a cast, and is not the name
                }
                return inner;
            }
            if (is(0, JavaText.Kind.WORD)) {
                String name = word();
                if (name.equals("System") && isSign(0, ".") && is(1, JavaText.Kind.WORD) && text(1).equals("out")) {
                    next += 2;
                    return new SimpleExpression.Name("System.out");
                }
                return isSign(0, "(") ? call(null, name) : new SimpleExpression.Name(name);
            }
            if (is(0, JavaText.Kind.KEYWORD) && text(0).equals("new")) {
                return made();
            }
            if (next >= pieces.size()) {
                throw NotRead.IT;
            }
            Object value = Literals.value(text(0));
            if (value == null) {
                throw NotRead.IT;
            }
            next++;
            return new SimpleExpression.Literal(value);
        }

        private SimpleExpression made() {
            next++;
            String type = word();
            int at = next < pieces.size() ? pieces.get(next).from() : 0;
            sign("(");
            sign(")");
            return new SimpleExpression.New(type, at);
        }

        private SimpleExpression call(SimpleExpression receiver, String name) {
            int at = next < pieces.size() ? pieces.get(next).from() : 0;
            sign("(");
            var arguments = new ArrayList<SimpleExpression>();
            while (!isSign(0, ")")) {
                if (!arguments.isEmpty()) {
                    sign(",");
                }
                arguments.add(infix(0));
            }
            next++;
            return new SimpleExpression.Call(receiver, name, List.copyOf(arguments), at);
        }

        private String word() {
            if (!is(0, JavaText.Kind.WORD) || text(0).equals("_")) {
                throw NotRead.IT;
            }
            String word = text(0);
            next++;
            return word;
        }

        private void sign(String sign) {
            if (!isSign(0, sign)) {
                throw NotRead.IT;
            }
            next++;
        }

        private boolean isSign(int ahead, String sign) {
            return is(ahead, JavaText.Kind.SIGN) && text(ahead).equals(sign);
        }

        private boolean is(int ahead, JavaText.Kind kind) {
            return next + ahead < pieces.size() && pieces.get(next + ahead).kind() == kind;
        }

        private String text(int ahead) {
            JavaText.Piece piece = pieces.get(next + ahead);
            return text.substring(piece.from(), piece.to());
        }
    }
}
