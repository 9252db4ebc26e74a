package layerbook.syntax;

import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Expression.Clause;
import layerbook.syntax.Token.Kind;

/** Reads expressions by recursive descent; the binary operators by precedence. */
final class ExpressionParser {
    private final Tokens tokens;
    private final AtomParser atoms;
    private final ParameterParser parameters;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        atoms = new AtomParser(tokens, this);
        parameters = new ParameterParser(tokens, this);
    }

    ParameterParser parameters() {
        return parameters;
    }

    /** {@code a, *b}: a tuple if there is a comma, as on the right of an assignment. */
    Expression tuple() {
        int start = tokens.start();
        Expression first = starred();
        return tokens.is(",") ? tupleFrom(start, first) : first;
    }

    private Expression tupleFrom(int start, Expression first) {
        var elements = new ArrayList<>(List.of(first));
        while (tokens.accept(",") && beginsExpression()) {
            elements.add(starred());
        }
        return new Expression.TupleDisplay(tokens.from(start), List.copyOf(elements));
    }

    /** What may be assigned: {@code a, *b.c, d[0]}; {@code in} ends it. */
    Expression targets() {
        int start = tokens.start();
        Expression first = target();
        if (!tokens.is(",")) {
            return first;
        }
        var elements = new ArrayList<>(List.of(first));
        while (tokens.accept(",") && beginsExpression()) {
            elements.add(target());
        }
        return new Expression.TupleDisplay(tokens.from(start), List.copyOf(elements));
    }

    /** One target, as behind {@code as}. */
    Expression singleTarget() {
        return Targets.checked(tokens, atoms.primary());
    }

    /** The call of a function whose arguments begin with the next token. */
    Expression.Call callOf(Expression function) {
        return atoms.call(tokens.start(), function);
    }

    private Expression target() {
        int start = tokens.start();
        boolean star = tokens.accept("*");
        Expression value = Targets.checked(tokens, binary(0));
        return star ? new Expression.Starred(tokens.from(start), value) : value;
    }

    /** {@code *a} or {@code a := b} or {@code a}. */
    Expression starred() {
        int start = tokens.start();
        if (!tokens.accept("*")) {
            return named();
        }
        Expression value = binary(0);
        return new Expression.Starred(tokens.from(start), value);
    }

    /** {@code a := b} or {@code a}. */
    Expression named() {
        if (!tokens.is(Kind.NAME) || !tokens.after().is(":=")) {
            return expression();
        }
        int start = tokens.start();
        String name = tokens.next().text();
        var target = new Expression.Name(tokens.from(start), name);
        tokens.next();
        Expression value = expression();
        return new Expression.NamedExpr(tokens.from(start), target, value);
    }

    /** An expression without a comma, a star or {@code :=} outside of brackets. */
    Expression expression() {
        tokens.enter();
        int start = tokens.start();
        boolean lambda = tokens.is("lambda");
        Expression result = lambda ? lambda() : disjunction();
        if (!lambda && tokens.accept("if")) {
            Expression test = disjunction();
            tokens.expect("else", " after the condition of the expression");
            Expression otherwise = expression();
            result = new Expression.Conditional(tokens.from(start), test, result, otherwise);
        }
        tokens.leave();
        return result;
    }

    private Expression lambda() {
        int start = tokens.start();
        tokens.next();
        Parameters given = parameters.until(":", false);
        Expression body = expression();
        return new Expression.Lambda(tokens.from(start), given, body);
    }

    Expression disjunction() {
        int start = tokens.start();
        Expression first = conjunction();
        if (!tokens.is("or")) {
            return first;
        }
        var values = new ArrayList<>(List.of(first));
        while (tokens.accept("or")) {
            values.add(conjunction());
        }
        return new Expression.BoolOp(tokens.from(start), false, List.copyOf(values));
    }

    private Expression conjunction() {
        int start = tokens.start();
        Expression first = inversion();
        if (!tokens.is("and")) {
            return first;
        }
        var values = new ArrayList<>(List.of(first));
        while (tokens.accept("and")) {
            values.add(inversion());
        }
        return new Expression.BoolOp(tokens.from(start), true, List.copyOf(values));
    }

    private Expression inversion() {
        if (!tokens.is("not")) {
            return comparison();
        }
        tokens.enter();
        int start = tokens.start();
        tokens.next();
        Expression operand = inversion();
        tokens.leave();
        return new Expression.UnaryOp(tokens.from(start), UnaryOperator.NOT, operand);
    }

    private Expression comparison() {
        int start = tokens.start();
        Expression left = binary(0);
        Comparison operator = comparisonHere();
        if (operator == null) {
            return left;
        }
        var operators = new ArrayList<Comparison>();
        var rights = new ArrayList<Expression>();
        for (; operator != null; operator = comparisonHere()) {
            operators.add(operator);
            rights.add(binary(0));
        }
        return new Expression.Compare(tokens.from(start), left, List.copyOf(operators), List.copyOf(rights));
    }

    /** Takes the comparison that stands here; null if none does. */
    private Comparison comparisonHere() {
        Token token = tokens.peek();
        if (token.kind() != Kind.OPERATOR && token.kind() != Kind.KEYWORD) {
            return null;
        }
        Comparison found = switch (token.text()) {
            case "<" -> Comparison.LESS;
            case "<=" -> Comparison.LESS_EQUAL;
            case ">" -> Comparison.GREATER;
            case ">=" -> Comparison.GREATER_EQUAL;
            case "==" -> Comparison.EQUAL;
            case "!=" -> Comparison.NOT_EQUAL;
            case "in" -> Comparison.IN;
            case "is" -> tokens.after().is("not") ? Comparison.IS_NOT : Comparison.IS;
            case "not" -> tokens.after().is("in") ? Comparison.NOT_IN : null;
            default -> null;
        };
        if (found != null) {
            tokens.next();
            if (found == Comparison.IS_NOT || found == Comparison.NOT_IN) {
                tokens.next();
            }
        }
        return found;
    }

    /** Operators that bind at least as strongly as this level: 0 is {@code |}, 5 is {@code *}. */
    Expression binary(int level) {
        int start = tokens.start();
        Expression left = unary();
        while (true) {
            Token token = tokens.peek();
            BinaryOperator operator = token.kind() == Kind.OPERATOR ? Precedence.operator(token.text()) : null;
            if (operator == null || Precedence.level(operator) < level) {
                return left;
            }
            tokens.next();
            Expression right = binary(Precedence.level(operator) + 1);
            left = new Expression.BinaryOp(tokens.from(start), left, operator, right);
        }
    }

    private Expression unary() {
        Token token = tokens.peek();
        UnaryOperator operator = token.kind() != Kind.OPERATOR ? null : switch (token.text()) {
            case "-" -> UnaryOperator.NEGATIVE;
            case "+" -> UnaryOperator.POSITIVE;
            case "~" -> UnaryOperator.INVERT;
            default -> null;
        };
        if (operator == null) {
            return power();
        }
        tokens.enter();
        tokens.next();
        Expression operand = unary();
        tokens.leave();
        return new Expression.UnaryOp(tokens.from(token.start()), operator, operand);
    }

    private Expression power() {
        int start = tokens.start();
        Expression base = awaited();
        if (!tokens.accept("**")) {
            return base;
        }
        tokens.enter();
        Expression exponent = unary();
        tokens.leave();
        return new Expression.BinaryOp(tokens.from(start), base, BinaryOperator.POW, exponent);
    }

    private Expression awaited() {
        int start = tokens.start();
        if (!tokens.accept("await")) {
            return atoms.primary();
        }
        Expression value = atoms.primary();
        return new Expression.Await(tokens.from(start), value);
    }

    /** {@code yield}, {@code yield a, b} or {@code yield from a}. */
    Expression yielded() {
        int start = tokens.start();
        tokens.next();
        if (tokens.accept("from")) {
            Expression value = expression();
            return new Expression.YieldFrom(tokens.from(start), value);
        }
        Expression value = beginsExpression() ? tuple() : null;
        return new Expression.Yield(tokens.from(start), value);
    }

    /** What stands to the right of {@code =}. */
    Expression value() {
        return tokens.is("yield") ? yielded() : tuple();
    }

    /** {@code for a in b if c} once or more. */
    List<Clause> clauses() {
        var clauses = new ArrayList<Clause>();
        while (tokens.is("for") || tokens.is("async")) {
            int start = tokens.start();
            boolean async = tokens.accept("async");
            tokens.expect("for", "");
            Expression target = targets();
            tokens.expect("in", " after the variable of for");
            Expression iterable = disjunction();
            var conditions = new ArrayList<Expression>();
            while (tokens.accept("if")) {
                conditions.add(condition());
            }
            clauses.add(new Clause(tokens.from(start), target, iterable, List.copyOf(conditions), async));
        }
        return List.copyOf(clauses);
    }

    private Expression condition() {
        return tokens.is(Kind.NAME) && tokens.after().is(":=") ? named() : disjunction();
    }

    /** Whether an expression can begin with the next token. */
    boolean beginsExpression() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME, NUMBER, STRING, TEXT_START, WRONG -> true;
            case KEYWORD -> switch (token.text()) {
                case "True", "False", "None", "not", "lambda", "await" -> true;
                default -> false;
            };
            case OPERATOR -> "([{-+~*".contains(token.text()) || token.text().equals("...");
            default -> false;
        };
    }
}
