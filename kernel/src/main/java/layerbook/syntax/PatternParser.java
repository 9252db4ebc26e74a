package layerbook.syntax;

import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Token.Kind;

/** Reads the patterns of {@code case}. */
final class PatternParser {
    /** A literal in a pattern may be a sum, such as {@code 1+2j}; a bar stands between alternatives. */
    private static final int ADDITION = Precedence.level(BinaryOperator.ADD);
    private final Tokens tokens;
    private final ExpressionParser expressions;

    PatternParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** A pattern, or a sequence of patterns without brackets. */
    Pattern open() {
        int start = tokens.start();
        Pattern first = maybeStar();
        if (!tokens.is(",") && !(first instanceof Pattern.Star)) {
            return first;
        }
        var patterns = new ArrayList<>(List.of(first));
        while (tokens.accept(",") && !tokens.is(":") && !tokens.is("if")) {
            patterns.add(maybeStar());
        }
        return new Pattern.Sequence(tokens.from(start), List.copyOf(patterns));
    }

    private Pattern maybeStar() {
        int start = tokens.start();
        if (!tokens.accept("*")) {
            return pattern();
        }
        String name = tokens.name("the name behind * in a pattern");
        return new Pattern.Star(tokens.from(start), name.equals("_") ? null : name);
    }

    private Pattern pattern() {
        int start = tokens.start();
        tokens.enter();
        Pattern pattern = alternatives(start);
        tokens.leave();
        if (!tokens.accept("as")) {
            return pattern;
        }
        String name = tokens.name("the name behind as");
        return new Pattern.As(tokens.from(start), pattern, name);
    }

    private Pattern alternatives(int start) {
        Pattern first = closed();
        if (!tokens.is("|")) {
            return first;
        }
        var patterns = new ArrayList<>(List.of(first));
        while (tokens.accept("|")) {
            patterns.add(closed());
        }
        return new Pattern.Or(tokens.from(start), List.copyOf(patterns));
    }

    private Pattern closed() {
        int start = tokens.start();
        if (tokens.is(Kind.NAME)) {
            return named(start);
        }
        if (tokens.is("(") || tokens.is("[")) {
            return sequence(start);
        }
        if (tokens.is("{")) {
            return mapping(start);
        }
        Expression value = expressions.binary(ADDITION);
        boolean same = value instanceof Expression.Constant c && (c.value() instanceof Boolean || c.value() == Expression.Singleton.NONE);
        return same ? new Pattern.Same(tokens.from(start), (Expression.Constant) value) : new Pattern.Value(tokens.from(start), value);
    }

    private Pattern named(int start) {
        Expression name = dotted(start);
        if (tokens.accept("(")) {
            return type(start, name);
        }
        if (name instanceof Expression.Attribute) {
            return new Pattern.Value(tokens.from(start), name);
        }
        String plain = ((Expression.Name) name).name();
        return new Pattern.As(tokens.from(start), null, plain.equals("_") ? null : plain);
    }

    private Expression dotted(int start) {
        String first = tokens.next().text();
        Expression name = new Expression.Name(tokens.from(start), first);
        while (tokens.accept(".")) {
            String part = tokens.name("the name of an attribute");
            name = new Expression.Attribute(tokens.from(start), name, part);
        }
        return name;
    }

    private Pattern type(int start, Expression name) {
        var patterns = new ArrayList<Pattern>();
        var attributes = new ArrayList<Pattern.Attribute>();
        while (!tokens.accept(")")) {
            if (tokens.is(Kind.NAME) && tokens.after().is("=")) {
                String attribute = tokens.next().text();
                tokens.next();
                attributes.add(new Pattern.Attribute(attribute, pattern()));
            } else if (attributes.isEmpty()) {
                patterns.add(pattern());
            } else {
                throw tokens.fail("positional patterns follow keyword patterns");
            }
            if (!tokens.accept(",") && !tokens.is(")")) {
                throw tokens.fail("expected ',' or ')' in the pattern");
            }
        }
        return new Pattern.ClassPattern(tokens.from(start), name, List.copyOf(patterns), List.copyOf(attributes));
    }

    private Pattern sequence(int start) {
        boolean parentheses = tokens.next().text().equals("(");
        String close = parentheses ? ")" : "]";
        var patterns = new ArrayList<Pattern>();
        boolean comma = false;
        while (!tokens.is(close)) {
            patterns.add(maybeStar());
            comma = tokens.accept(",");
            if (!comma && !tokens.is(close)) {
                throw tokens.fail("expected ',' or '" + close + "' in the pattern");
            }
        }
        tokens.next();
        boolean group = parentheses && patterns.size() == 1 && !comma && !(patterns.get(0) instanceof Pattern.Star);
        return group ? patterns.get(0) : new Pattern.Sequence(tokens.from(start), List.copyOf(patterns));
    }

    private Pattern mapping(int start) {
        tokens.next();
        var keys = new ArrayList<Expression>();
        var patterns = new ArrayList<Pattern>();
        String rest = null;
        while (!tokens.is("}")) {
            if (tokens.accept("**")) {
                rest = tokens.name("the name behind ** in a pattern");
            } else {
                keys.add(tokens.is(Kind.NAME) ? dotted(tokens.start()) : expressions.binary(ADDITION));
                tokens.expect(":", " after the key of the pattern");
                patterns.add(pattern());
            }
            if (!tokens.accept(",") && !tokens.is("}")) {
                throw tokens.fail("expected ',' or '}' in the pattern");
            }
        }
        tokens.next();
        return new Pattern.Mapping(tokens.from(start), List.copyOf(keys), List.copyOf(patterns), rest);
    }
}
