package layerbook.syntax;

import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Expression.Bytes;
import layerbook.syntax.Expression.FString;
import layerbook.syntax.Expression.FormattedValue;
import layerbook.syntax.Literals.Malformed;
import layerbook.syntax.Token.Kind;

/** Reads literals: numbers, texts that stand side by side, f-strings. */
final class TextParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    TextParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression number() {
        try {
            Object value = Literals.number(tokens.peek().text());
            int start = tokens.next().start();
            return new Expression.Constant(tokens.from(start), value);
        } catch (Malformed e) {
            throw tokens.fail(e.getMessage());
        }
    }

    /** Texts side by side are one; with an f-string among them they are an f-string. */
    Expression text() {
        int start = tokens.start();
        var parts = new ArrayList<Expression>();
        boolean formatted = false;
        boolean bytes = false;
        boolean texts = false;
        while (tokens.is(Kind.STRING) || tokens.is(Kind.TEXT_START)) {
            int begun = tokens.start();
            if (tokens.is(Kind.TEXT_START)) {
                formatted(parts);
                formatted = texts = true;
            } else {
                Object value = plain();
                bytes |= value instanceof Bytes;
                texts |= value instanceof String;
                add(parts, new Expression.Constant(tokens.from(begun), value));
            }
            if (bytes && texts) {
                throw tokens.failAt(tokens.from(begun), "cannot mix bytes and nonbytes literals");
            }
        }
        if (formatted) {
            parts.removeIf(p -> p instanceof Expression.Constant c && "".equals(c.value()));
            return new FString(tokens.from(start), List.copyOf(parts));
        }
        return new Expression.Constant(tokens.from(start), ((Expression.Constant) parts.get(0)).value());
    }

    private Object plain() {
        try {
            Object value = Literals.string(tokens.peek().text());
            tokens.next();
            return value;
        } catch (Malformed e) {
            throw tokens.fail(e.getMessage());
        }
    }

    /** Adds a part; texts that follow each other become one. */
    private static void add(List<Expression> parts, Expression part) {
        Expression last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last instanceof Expression.Constant before && part instanceof Expression.Constant now) {
            Object joined = before.value() instanceof Bytes b && now.value() instanceof Bytes n ? new Bytes(b.latin1() + n.latin1())
                : before.value() instanceof String b && now.value() instanceof String n ? b + n : null;
            if (joined != null) {
                parts.set(parts.size() - 1, new Expression.Constant(before.place().to(now.place()), joined));
                return;
            }
        }
        parts.add(part);
    }

    private void formatted(List<Expression> parts) {
        boolean raw = tokens.next().text().indexOf('r') >= 0;
        while (!tokens.is(Kind.TEXT_END)) {
            part(parts, raw);
        }
        tokens.next();
    }

    private void part(List<Expression> parts, boolean raw) {
        if (tokens.is(Kind.TEXT)) {
            try {
                String written = tokens.peek().text();
                String text = Literals.piece(written, raw);
                int start = tokens.next().start();
                add(parts, new Expression.Constant(tokens.from(start), text));
            } catch (Malformed e) {
                throw tokens.fail(e.getMessage());
            }
        } else if (tokens.is("{")) {
            field(parts, raw);
        } else {
            throw tokens.fail("f-string: unexpected '" + tokens.peek().text() + "'");
        }
    }

    private void field(List<Expression> parts, boolean raw) {
        int start = tokens.start();
        int inside = tokens.next().end();
        if (tokens.is("}") || tokens.is("!") || tokens.is(":")) {
            throw tokens.fail("f-string: valid expression required before '" + tokens.peek().text() + "'");
        }
        Expression value = expressions.value();
        boolean shown = tokens.accept("=");
        if (shown) {
            add(parts, new Expression.Constant(tokens.from(inside), tokens.text.substring(inside, tokens.start())));
        }
        char conversion = tokens.accept("!") ? conversion() : 0;
        FString specification = tokens.is(":") ? specification(raw) : null;
        tokens.expect("}", " in the f-string");
        boolean asRepr = shown && conversion == 0 && specification == null;
        parts.add(new FormattedValue(tokens.from(start), value, asRepr ? 'r' : conversion, specification));
    }

    private char conversion() {
        String name = tokens.name("one of !s, !r, !a");
        if (!name.equals("s") && !name.equals("r") && !name.equals("a")) {
            throw tokens.fail("f-string: invalid conversion character '" + name + "': expected 's', 'r', or 'a'");
        }
        return name.charAt(0);
    }

    private FString specification(boolean raw) {
        tokens.next();
        int start = tokens.start();
        var parts = new ArrayList<Expression>();
        while (!tokens.is("}")) {
            part(parts, raw);
        }
        return new FString(tokens.from(start), List.copyOf(parts));
    }
}
