package layerbook.syntax;

import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Expression.Clause;
import layerbook.syntax.Expression.Entry;
import layerbook.syntax.Expression.Keyword;
import layerbook.syntax.Expression.Kind;

/** Reads names, literals and what stands in brackets, with the calls, subscripts and attributes behind them. */
final class AtomParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final TextParser texts;

    AtomParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        texts = new TextParser(tokens, expressions);
    }

    Expression primary() {
        int start = tokens.start();
        Expression value = atom();
        while (true) {
            if (tokens.accept(".")) {
                String name = tokens.name("the name of an attribute");
                value = new Expression.Attribute(tokens.from(start), value, name);
            } else if (tokens.is("(")) {
                value = call(start, value);
            } else if (tokens.accept("[")) {
                Expression index = subscript();
                tokens.expect("]", " after the index");
                value = new Expression.Subscript(tokens.from(start), value, index);
            } else {
                return value;
            }
        }
    }

    Expression.Call call(int start, Expression function) {
        int open = tokens.start();
        tokens.next();
        var arguments = new ArrayList<Expression>();
        var keywords = new ArrayList<Keyword>();
        while (!tokens.is(")")) {
            argument(open, arguments, keywords);
            if (!tokens.accept(",") && !tokens.is(")")) {
                throw tokens.fail(missingComma());
            }
        }
        tokens.next();
        return new Expression.Call(tokens.from(start), function, List.copyOf(arguments), List.copyOf(keywords));
    }

    private String missingComma() {
        return tokens.is("=") ? "expression cannot contain assignment, perhaps you meant \"==\"?" : "expected ',' or ')' after an argument";
    }

    private void argument(int open, List<Expression> arguments, List<Keyword> keywords) {
        int start = tokens.start();
        if (tokens.accept("**")) {
            Expression value = expressions.expression();
            keywords.add(new Keyword(tokens.from(start), null, value));
        } else if (tokens.is(Token.Kind.NAME) && tokens.after().is("=")) {
            String name = tokens.next().text();
            tokens.next();
            Expression value = expressions.expression();
            if (keywords.stream().anyMatch(k -> name.equals(k.name()))) {
                throw tokens.failAt(tokens.from(start), "keyword argument repeated: " + name);
            }
            keywords.add(new Keyword(tokens.from(start), name, value));
        } else if (tokens.accept("*")) {
            Expression value = expressions.expression();
            arguments.add(new Expression.Starred(tokens.from(start), value));
        } else {
            positional(open, arguments, keywords);
        }
    }

    private void positional(int open, List<Expression> arguments, List<Keyword> keywords) {
        Expression value = expressions.named();
        if (!keywords.isEmpty()) {
            throw tokens.failAt(value.place(), "positional argument follows keyword argument" + (keywords.get(0).name() == null ? " unpacking" : ""));
        }
        if (tokens.is("for") || tokens.is("async")) {
            List<Clause> clauses = expressions.clauses();
            boolean alone = arguments.isEmpty() && tokens.is(")");
            if (!alone) {
                throw tokens.failAt(value.place(), "Generator expression must be parenthesized");
            }
            Place inner = tokens.from(open);
            value = new Expression.Comprehension(new Place(inner.line(), inner.column(), open, tokens.peek().end()), Kind.GENERATOR, value, clauses);
        }
        arguments.add(value);
    }

    /** What stands between the brackets of a subscript: an expression, a slice, or a tuple of such. */
    private Expression subscript() {
        int start = tokens.start();
        Expression first = slice();
        if (!tokens.is(",") && !(first instanceof Expression.Starred)) {
            return first;
        }
        var elements = new ArrayList<>(List.of(first));
        while (tokens.accept(",") && !tokens.is("]")) {
            elements.add(slice());
        }
        return new Expression.TupleDisplay(tokens.from(start), List.copyOf(elements));
    }

    private Expression slice() {
        int start = tokens.start();
        Expression lower = tokens.is(":") ? null : expressions.starred();
        if (!tokens.accept(":")) {
            return lower;
        }
        Expression upper = sliceEnds() ? null : expressions.expression();
        Expression step = tokens.accept(":") && !sliceEnds() ? expressions.expression() : null;
        return new Expression.Slice(tokens.from(start), lower, upper, step);
    }

    private boolean sliceEnds() {
        return tokens.is(":") || tokens.is(",") || tokens.is("]");
    }

    private Expression atom() {
        Token token = tokens.peek();
        int start = token.start();
        switch (token.kind()) {
            case NAME:
                tokens.next();
                return new Expression.Name(tokens.from(start), token.text());
            case NUMBER:
                return texts.number();
            case STRING, TEXT_START:
                return texts.text();
            case KEYWORD:
                return keyword(token);
            case OPERATOR:
                return bracketed(token);
            default:
                throw tokens.fail(token.kind() == Token.Kind.NEWLINE || token.kind() == Token.Kind.END ? "the statement ends where an expression is expected" : "invalid syntax");
        }
    }

    private Expression keyword(Token token) {
        Object value = switch (token.text()) {
            case "True" -> true;
            case "False" -> false;
            case "None" -> Expression.Singleton.NONE;
            default -> throw tokens.fail("'" + token.text() + "' where an expression is expected");
        };
        tokens.next();
        return new Expression.Constant(tokens.from(token.start()), value);
    }

    private Expression bracketed(Token token) {
        switch (token.text()) {
            case "(":
                return parenthesised(token.start());
            case "[":
                return list(token.start());
            case "{":
                return new BraceParser(tokens, expressions).read();
            case "...":
                tokens.next();
                return new Expression.Constant(tokens.from(token.start()), Expression.Singleton.ELLIPSIS);
            default:
                throw tokens.fail("'" + token.text() + "' where an expression is expected");
        }
    }

    private Expression parenthesised(int start) {
        tokens.next();
        if (tokens.accept(")")) {
            return new Expression.TupleDisplay(tokens.from(start), List.of());
        }
        if (tokens.is("yield")) {
            Expression value = expressions.yielded();
            tokens.expect(")", " after yield");
            return value;
        }
        Expression first = expressions.starred();
        if (tokens.is("for") || tokens.is("async")) {
            return comprehension(start, Kind.GENERATOR, first, ")");
        }
        if (tokens.is(",")) {
            List<Expression> elements = rest(first, ")");
            return new Expression.TupleDisplay(tokens.from(start), elements);
        }
        if (first instanceof Expression.Starred) {
            throw tokens.failAt(first.place(), "cannot use starred expression here");
        }
        tokens.expect(")", "; perhaps a comma is missing");
        return first;
    }

    private Expression list(int start) {
        tokens.next();
        if (tokens.accept("]")) {
            return new Expression.ListDisplay(tokens.from(start), List.of());
        }
        Expression first = expressions.starred();
        if (tokens.is("for") || tokens.is("async")) {
            return comprehension(start, Kind.LIST, first, "]");
        }
        List<Expression> elements = rest(first, "]");
        return new Expression.ListDisplay(tokens.from(start), elements);
    }

    private Expression comprehension(int start, Kind kind, Expression element, String close) {
        List<Clause> clauses = expressions.clauses();
        tokens.expect(close, " after the comprehension");
        return new Expression.Comprehension(tokens.from(start), kind, element, clauses);
    }

    /** The elements behind the first, up to the closing bracket, which is taken. */
    private List<Expression> rest(Expression first, String close) {
        if (!tokens.accept(",") && !tokens.is(close)) {
            throw tokens.fail("expected ',' or '" + close + "'");
        }
        var elements = new ArrayList<>(List.of(first));
        elements.addAll(tokens.listUntil(close, expressions::starred));
        return List.copyOf(elements);
    }

    /** Sets and dictionaries. */
    private record BraceParser(Tokens tokens, ExpressionParser expressions) {
        Expression read() {
            int start = tokens.start();
            tokens.next();
            if (tokens.accept("}")) {
                return new Expression.DictDisplay(tokens.from(start), List.of());
            }
            if (tokens.is("**")) {
                return dict(start, entry());
            }
            Expression first = expressions.starred();
            if (tokens.accept(":")) {
                return dict(start, new Entry(first, expressions.expression()));
            }
            return set(start, first);
        }

        private Entry entry() {
            if (tokens.accept("**")) {
                return new Entry(null, expressions.binary(0));
            }
            Expression key = expressions.expression();
            tokens.expect(":", " after the key of a dictionary");
            return new Entry(key, expressions.expression());
        }

        private Expression dict(int start, Entry first) {
            if (tokens.is("for") || tokens.is("async")) {
                if (first.key() == null) {
                    throw tokens.failAt(first.value().place(), "dict unpacking cannot be used in dict comprehension");
                }
                List<Clause> clauses = expressions.clauses();
                tokens.expect("}", " after the comprehension");
                return new Expression.DictComprehension(tokens.from(start), first.key(), first.value(), clauses);
            }
            separator();
            var entries = new ArrayList<>(List.of(first));
            entries.addAll(tokens.listUntil("}", this::entry));
            return new Expression.DictDisplay(tokens.from(start), List.copyOf(entries));
        }

        private Expression set(int start, Expression first) {
            if (tokens.is("for") || tokens.is("async")) {
                List<Clause> clauses = expressions.clauses();
                tokens.expect("}", " after the comprehension");
                return new Expression.Comprehension(tokens.from(start), Kind.SET, first, clauses);
            }
            separator();
            var elements = new ArrayList<>(List.of(first));
            elements.addAll(tokens.listUntil("}", expressions::starred));
            return new Expression.SetDisplay(tokens.from(start), List.copyOf(elements));
        }

        private void separator() {
            if (!tokens.accept(",") && !tokens.is("}")) {
                throw tokens.fail("expected ',' or '}'");
            }
        }
    }
}
