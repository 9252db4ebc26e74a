package layerbook.syntax;

import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Statement.Alias;
import layerbook.syntax.Statement.TypeParameter;
import layerbook.syntax.Token.Kind;

/** Reads the statements that stand on one line. */
final class SimpleStatementParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    SimpleStatementParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** The statements of a line, which semicolons separate, with its end. */
    void line(List<Statement> body) {
        var line = new ArrayList<Statement>();
        do {
            line.add(statement());
        } while (tokens.accept(";") && !tokens.is(Kind.NEWLINE));
        if (!tokens.is(Kind.NEWLINE)) {
            throw tokens.fail(behind(line.get(line.size() - 1)));
        }
        tokens.next();
        body.addAll(line);
    }

    /** Why a line does not end behind a statement. */
    private String behind(Statement last) {
        boolean word = last instanceof Statement.ExpressionStatement s && s.value() instanceof Expression.Name name
            && (name.name().equals("print") || name.name().equals("exec"));
        if (word && tokens.start() > last.place().end()) {
            return "Missing parentheses in call to '" + tokens.text.substring(last.place().start(), last.place().end()) + "'";
        }
        return tokens.is(":") ? "invalid syntax: ':' is not expected here" : "invalid syntax";
    }

    private Statement statement() {
        Token token = tokens.peek();
        int start = token.start();
        Statement keyword = token.kind() == Kind.KEYWORD ? keyword(token.text(), start) : null;
        if (keyword != null) {
            return keyword;
        }
        if (token.isName("type") && tokens.after().kind() == Kind.NAME) {
            return typeAlias(start);
        }
        return assignmentOrExpression(start);
    }

    private Statement keyword(String word, int start) {
        switch (word) {
            case "pass":
                tokens.next();
                return new Statement.Pass(tokens.from(start));
            case "break":
                tokens.next();
                return new Statement.Break(tokens.from(start));
            case "continue":
                tokens.next();
                return new Statement.Continue(tokens.from(start));
            case "return":
                return returned(start);
            case "raise":
                return raise(start);
            case "assert":
                return check(start);
            case "del":
                return delete(start);
            case "import":
                return imports(start);
            case "from":
                return importsFrom(start);
            case "global":
                List<String> globals = names();
                return new Statement.Global(tokens.from(start), globals);
            case "nonlocal":
                List<String> outer = names();
                return new Statement.Nonlocal(tokens.from(start), outer);
            default:
                return null;
        }
    }

    private Statement returned(int start) {
        tokens.next();
        Expression value = expressions.beginsExpression() ? expressions.tuple() : null;
        return new Statement.Return(tokens.from(start), value);
    }

    private Statement raise(int start) {
        tokens.next();
        Expression error = expressions.beginsExpression() ? expressions.expression() : null;
        Expression cause = error != null && tokens.accept("from") ? expressions.expression() : null;
        return new Statement.Raise(tokens.from(start), error, cause);
    }

    private Statement check(int start) {
        tokens.next();
        Expression test = expressions.expression();
        Expression message = tokens.accept(",") ? expressions.expression() : null;
        return new Statement.Assert(tokens.from(start), test, message);
    }

    private Statement delete(int start) {
        tokens.next();
        Expression what = expressions.tuple();
        boolean bare = what instanceof Expression.TupleDisplay tuple && !tokens.text.startsWith("(", tuple.place().start());
        List<Expression> targets = bare ? ((Expression.TupleDisplay) what).elements() : List.of(what);
        targets.forEach(t -> Targets.check(tokens, t, "delete"));
        return new Statement.Delete(tokens.from(start), targets);
    }

    private List<String> names() {
        tokens.next();
        var names = new ArrayList<String>();
        do {
            names.add(tokens.name("a name"));
        } while (tokens.accept(","));
        return List.copyOf(names);
    }

    private String dotted() {
        var name = new StringBuilder(tokens.name("the name of a module"));
        while (tokens.accept(".")) {
            name.append('.').append(tokens.name("the name of a module"));
        }
        return name.toString();
    }

    private String alias() {
        return tokens.accept("as") ? tokens.name("the name behind as") : null;
    }

    private Statement imports(int start) {
        tokens.next();
        var names = new ArrayList<Alias>();
        do {
            int begun = tokens.start();
            String name = dotted();
            String alias = alias();
            names.add(new Alias(tokens.from(begun), name, alias));
        } while (tokens.accept(","));
        return new Statement.Import(tokens.from(start), List.copyOf(names));
    }

    private Statement importsFrom(int start) {
        tokens.next();
        int level = 0;
        while (tokens.is(".") || tokens.is("...")) {
            level += tokens.next().text().length();
        }
        String module = level > 0 && tokens.is("import") ? "" : dotted();
        tokens.expect("import", " after the name of the module");
        List<Alias> names;
        if (tokens.is("*")) {
            int star = tokens.next().start();
            names = List.of(new Alias(tokens.from(star), "*", null));
        } else if (tokens.accept("(")) {
            names = tokens.listUntil(")", this::imported);
        } else {
            names = new ArrayList<>();
            do {
                names.add(imported());
            } while (tokens.accept(","));
        }
        return new Statement.ImportFrom(tokens.from(start), module, List.copyOf(names), level);
    }

    private Alias imported() {
        int start = tokens.start();
        String name = tokens.name("a name to import");
        String alias = alias();
        return new Alias(tokens.from(start), name, alias);
    }

    private Statement typeAlias(int start) {
        tokens.next();
        int begun = tokens.start();
        String word = tokens.next().text();
        var name = new Expression.Name(tokens.from(begun), word);
        List<TypeParameter> types = tokens.accept("[") ? tokens.listUntil("]", this::typeParameter) : List.of();
        tokens.expect("=", " in the type alias");
        Expression value = expressions.expression();
        return new Statement.TypeAlias(tokens.from(start), name, types, value);
    }

    TypeParameter typeParameter() {
        int start = tokens.start();
        int stars = tokens.accept("*") ? 1 : tokens.accept("**") ? 2 : 0;
        String name = tokens.name("the name of a type parameter");
        Expression bound = tokens.accept(":") ? expressions.expression() : null;
        return new TypeParameter(tokens.from(start), name, stars, bound);
    }

    private Statement assignmentOrExpression(int start) {
        boolean parenthesised = tokens.is("(");
        Expression first = expressions.value();
        if (tokens.is("=")) {
            return assignment(start, first);
        }
        if (tokens.is(":") && Targets.single(first)) {
            return annotated(start, first, parenthesised);
        }
        BinaryOperator operator = tokens.is(Kind.OPERATOR) ? Precedence.augmented(tokens.peek().text()) : null;
        if (operator == null) {
            return new Statement.ExpressionStatement(tokens.from(start), first);
        }
        if (!Targets.single(first)) {
            throw tokens.failAt(first.place(), "this is an illegal target for augmented assignment");
        }
        tokens.next();
        Expression value = expressions.value();
        return new Statement.AugAssign(tokens.from(start), first, operator, value);
    }

    private Statement assignment(int start, Expression first) {
        var targets = new ArrayList<Expression>();
        Expression value = first;
        while (tokens.accept("=")) {
            targets.add(Targets.checked(tokens, value));
            value = expressions.value();
        }
        return new Statement.Assign(tokens.from(start), List.copyOf(targets), value);
    }

    private Statement annotated(int start, Expression target, boolean parenthesised) {
        tokens.next();
        Expression annotation = expressions.expression();
        Expression value = tokens.accept("=") ? expressions.value() : null;
        boolean simple = target instanceof Expression.Name && !parenthesised;
        return new Statement.AnnAssign(tokens.from(start), target, annotation, value, simple);
    }
}
