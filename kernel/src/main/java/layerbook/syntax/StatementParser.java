package layerbook.syntax;

import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Statement.TypeParameter;
import layerbook.syntax.Token.Kind;
import layerbook.syntax.Tokens.Unreadable;

/** Reads statements and their blocks. What it cannot read it notes, and goes on behind it. */
final class StatementParser {
    private static final int MOST_PROBLEMS = 100;
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final SimpleStatementParser simple;
    private final List<SyntaxProblem> problems = new ArrayList<>();

    StatementParser(Tokens tokens) {
        this.tokens = tokens;
        expressions = new ExpressionParser(tokens);
        simple = new SimpleStatementParser(tokens, expressions);
    }

    List<SyntaxProblem> problems() {
        return List.copyOf(problems);
    }

    /** All statements up to the end of the text. */
    List<Statement> file() {
        var body = new ArrayList<Statement>();
        while (!tokens.is(Kind.END) && problems.size() < MOST_PROBLEMS) {
            if (tokens.is(Kind.NEWLINE) || tokens.is(Kind.DEDENT)) {
                tokens.next();
            } else {
                statementOrProblem(body);
            }
        }
        return List.copyOf(body);
    }

    private void statementOrProblem(List<Statement> body) {
        int begun = tokens.mark();
        try {
            statement(body);
        } catch (Unreadable e) {
            problems.add(e.problem());
            tokens.backTo(0);
            tokens.skipStatement(begun);
        }
    }

    private void statement(List<Statement> body) {
        Token token = tokens.peek();
        if (token.kind() == Kind.INDENT) {
            throw tokens.failAt(tokens.from(token.end()), "unexpected indent");
        }
        Statement compound = token.kind() == Kind.KEYWORD ? compound(token.text()) : token.is("@") ? decorated() : token.isName("match") ? match() : null;
        if (compound != null) {
            body.add(compound);
        } else {
            simple.line(body);
        }
    }

    private Statement compound(String keyword) {
        int start = tokens.start();
        return switch (keyword) {
            case "if" -> branch();
            case "for" -> loop(start, false);
            case "while" -> repeat();
            case "def" -> function(start, List.of(), false);
            case "class" -> type(start, List.of());
            case "with" -> with(start, false);
            case "try" -> attempt();
            case "async" -> async(start, List.of());
            case "else", "elif", "except", "finally" -> throw tokens.fail("'" + keyword + "' without " + (keyword.startsWith("el") ? "an if, for, while or try" : "a try") + " before it");
            default -> null;
        };
    }

    private Statement async(int start, List<Expression> decorators) {
        tokens.next();
        if (tokens.is("def")) {
            return function(start, decorators, true);
        }
        if (tokens.is("for")) {
            return loop(start, true);
        }
        if (tokens.is("with")) {
            return with(start, true);
        }
        throw tokens.fail("expected def, for or with after async");
    }

    private Statement decorated() {
        var decorators = new ArrayList<Expression>();
        while (tokens.accept("@")) {
            decorators.add(expressions.named());
            endOfLine();
        }
        int start = tokens.start();
        if (tokens.is("class")) {
            return type(start, List.copyOf(decorators));
        }
        if (tokens.is("def")) {
            return function(start, List.copyOf(decorators), false);
        }
        if (tokens.is("async") && tokens.after().is("def")) {
            return async(start, List.copyOf(decorators));
        }
        throw tokens.fail("expected def or class after the decorator");
    }

    private void endOfLine() {
        if (!tokens.is(Kind.NEWLINE)) {
            throw tokens.fail("expected the end of the line");
        }
        tokens.next();
    }

    /** A block behind its colon: the rest of the line, or the indented lines under it. */
    private List<Statement> block(String of) {
        tokens.expect(":", " after " + of);
        var body = new ArrayList<Statement>();
        if (!tokens.is(Kind.NEWLINE)) {
            simple.line(body);
            return List.copyOf(body);
        }
        tokens.next();
        if (!tokens.is(Kind.INDENT)) {
            throw tokens.fail("expected an indented block after " + of);
        }
        tokens.next();
        tokens.enter();
        while (!tokens.is(Kind.DEDENT) && !tokens.is(Kind.END)) {
            inner(body);
        }
        if (tokens.is(Kind.DEDENT)) {
            tokens.next();
        }
        tokens.leave();
        return List.copyOf(body);
    }

    /** A statement of a block. Its problem is the block's alone: what is read after it is not lost. */
    private void inner(List<Statement> body) {
        int begun = tokens.mark();
        int depth = tokens.depth();
        try {
            statement(body);
        } catch (Unreadable e) {
            if (problems.size() >= MOST_PROBLEMS) {
                throw e;
            }
            problems.add(e.problem());
            tokens.skipStatement(begun);
            tokens.backTo(depth);
        }
    }

    private Statement branch() {
        record Arm(int start, Expression test, List<Statement> body) { }
        var arms = new ArrayList<Arm>();
        do {
            int start = tokens.start();
            String word = tokens.next().text();
            Expression test = expressions.named();
            arms.add(new Arm(start, test, block("the condition of " + word)));
        } while (tokens.is("elif"));
        List<Statement> otherwise = otherwise();
        for (int i = arms.size() - 1; i > 0; i--) {
            otherwise = List.of(new Statement.If(tokens.from(arms.get(i).start), arms.get(i).test, arms.get(i).body, otherwise));
        }
        return new Statement.If(tokens.from(arms.get(0).start), arms.get(0).test, arms.get(0).body, otherwise);
    }

    private List<Statement> otherwise() {
        return tokens.accept("else") ? block("else") : List.of();
    }

    private Statement loop(int start, boolean async) {
        tokens.next();
        Expression target = expressions.targets();
        tokens.expect("in", " after the variable of for");
        Expression iterable = expressions.tuple();
        List<Statement> body = block("the header of for");
        List<Statement> otherwise = otherwise();
        return new Statement.For(tokens.from(start), target, iterable, body, otherwise, async);
    }

    private Statement repeat() {
        int start = tokens.next().start();
        Expression test = expressions.named();
        List<Statement> body = block("the condition of while");
        List<Statement> otherwise = otherwise();
        return new Statement.While(tokens.from(start), test, body, otherwise);
    }

    private Statement function(int start, List<Expression> decorators, boolean async) {
        tokens.next();
        String name = tokens.name("the name of a function");
        List<TypeParameter> types = typeParameters();
        tokens.expect("(", " after the name of the function");
        Parameters parameters = expressions.parameters().until(")", true);
        Expression returns = tokens.accept("->") ? expressions.expression() : null;
        List<Statement> body = block("the header of def");
        return new Statement.FunctionDef(tokens.from(start), name, types, parameters, returns, body, decorators, async);
    }

    private Statement type(int start, List<Expression> decorators) {
        tokens.next();
        String name = tokens.name("the name of a class");
        List<TypeParameter> types = typeParameters();
        List<Expression> bases = List.of();
        List<Expression.Keyword> keywords = List.of();
        if (tokens.is("(")) {
            Expression.Call call = expressions.callOf(new Expression.Name(tokens.from(start), name));
            bases = call.arguments();
            keywords = call.keywords();
        }
        List<Statement> body = block("the header of class");
        return new Statement.ClassDef(tokens.from(start), name, types, bases, keywords, body, decorators);
    }

    private List<TypeParameter> typeParameters() {
        return tokens.accept("[") ? tokens.listUntil("]", simple::typeParameter) : List.of();
    }

    private Statement with(int start, boolean async) {
        tokens.next();
        List<Statement.WithItem> items = tokens.is("(") ? parenthesisedItems() : null;
        if (items == null) {
            items = new ArrayList<>();
            do {
                items.add(item());
            } while (tokens.accept(","));
        }
        List<Statement> body = block("the header of with");
        return new Statement.With(tokens.from(start), List.copyOf(items), body, async);
    }

    /** {@code with (a as b, c):}; null, with nothing taken, if the parentheses are those of an expression. */
    private List<Statement.WithItem> parenthesisedItems() {
        int mark = tokens.mark();
        int depth = tokens.depth();
        try {
            tokens.next();
            List<Statement.WithItem> items = tokens.listUntil(")", this::item);
            if (tokens.is(":") && !items.isEmpty()) {
                return items;
            }
        } catch (Unreadable e) {
            tokens.backTo(depth);
        }
        tokens.rewind(mark);
        return null;
    }

    private Statement.WithItem item() {
        Expression context = expressions.expression();
        return new Statement.WithItem(context, tokens.accept("as") ? expressions.singleTarget() : null);
    }

    private Statement attempt() {
        int start = tokens.next().start();
        List<Statement> body = block("try");
        var handlers = new ArrayList<Statement.Handler>();
        boolean star = false;
        while (tokens.is("except")) {
            star |= tokens.after().is("*");
            handlers.add(handler());
        }
        List<Statement> otherwise = handlers.isEmpty() ? List.of() : otherwise();
        List<Statement> last = tokens.accept("finally") ? block("finally") : List.of();
        if (handlers.isEmpty() && last.isEmpty()) {
            throw tokens.fail("expected 'except' or 'finally' block");
        }
        return new Statement.Try(tokens.from(start), body, List.copyOf(handlers), otherwise, last, star);
    }

    private Statement.Handler handler() {
        int start = tokens.next().start();
        tokens.accept("*");
        Expression type = tokens.is(":") ? null : expressions.expression();
        if (tokens.is(",")) {
            throw tokens.fail("multiple exception types must be parenthesized");
        }
        String name = type != null && tokens.accept("as") ? tokens.name("the name behind as") : null;
        List<Statement> body = block("except");
        return new Statement.Handler(tokens.from(start), type, name, body);
    }

    /** A {@code match} statement; null, with nothing taken, where match is only a name. */
    private Statement match() {
        int mark = tokens.mark();
        int depth = tokens.depth();
        int start = tokens.next().start();
        Expression subject = null;
        try {
            subject = expressions.beginsExpression() ? expressions.tuple() : null;
        } catch (Unreadable e) {
            tokens.backTo(depth);
        }
        if (subject == null || !tokens.accept(":") || !tokens.is(Kind.NEWLINE)) {
            tokens.rewind(mark);
            return null;
        }
        tokens.next();
        if (!tokens.is(Kind.INDENT) || !tokens.after().isName("case")) {
            throw tokens.fail("expected an indented case after match");
        }
        tokens.next();
        var cases = new ArrayList<Statement.Case>();
        while (!tokens.is(Kind.DEDENT) && !tokens.is(Kind.END)) {
            cases.add(matchCase());
        }
        tokens.next();
        return new Statement.Match(tokens.from(start), subject, List.copyOf(cases));
    }

    private Statement.Case matchCase() {
        if (!tokens.peek().isName("case")) {
            throw tokens.fail("expected 'case'");
        }
        int start = tokens.next().start();
        Pattern pattern = new PatternParser(tokens, expressions).open();
        Expression guard = tokens.accept("if") ? expressions.named() : null;
        List<Statement> body = block("the pattern of case");
        return new Statement.Case(tokens.from(start), pattern, guard, body);
    }
}
