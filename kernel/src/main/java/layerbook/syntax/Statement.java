package layerbook.syntax;

import java.util.List;

/** Python's statements, named as in Python's {@code ast} module. A body is never empty; an {@code otherwise} may be. */
public sealed interface Statement extends Node {
    <R> R accept(Visitor<R> visitor);

    /** {@code value} on a line of its own. */
    record ExpressionStatement(Place place, Expression value) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code a = b, c = value}: one target or more; a target is a name, attribute, subscript, tuple, list or starred. */
    record Assign(Place place, List<Expression> targets, Expression value) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code target += value} */
    record AugAssign(Place place, Expression target, BinaryOperator operator, Expression value) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /**
     * {@code target: annotation = value}; the value may be null.
     *
     * @param simple whether the target is a name without parentheses, which makes it local even without a value
     */
    record AnnAssign(Place place, Expression target, Expression annotation, Expression value, boolean simple) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code def name(parameters) -> returns:}; the place is that of {@code def}, before it stand the decorators. */
    record FunctionDef(Place place, String name, List<TypeParameter> typeParameters, Parameters parameters, Expression returns,
                       List<Statement> body, List<Expression> decorators, boolean async) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code class name(bases, keyword=value):}; a base may be {@link Expression.Starred}. */
    record ClassDef(Place place, String name, List<TypeParameter> typeParameters, List<Expression> bases,
                    List<Expression.Keyword> keywords, List<Statement> body, List<Expression> decorators) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code T: bound}, {@code *Ts} or {@code **P} in the brackets of {@code def f[T]()}; stars counts the stars. */
    record TypeParameter(Place place, String name, int stars, Expression bound) implements Node { }

    /** {@code type name[T] = value} */
    record TypeAlias(Place place, Expression.Name name, List<TypeParameter> typeParameters, Expression value) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code return value}; the value may be null. */
    record Return(Place place, Expression value) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code del a, b[0]} */
    record Delete(Place place, List<Expression> targets) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code if test: .. else: ..}; an {@code elif} is an {@code If} alone in otherwise. */
    record If(Place place, Expression test, List<Statement> body, List<Statement> otherwise) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code for target in iterable: .. else: ..} */
    record For(Place place, Expression target, Expression iterable, List<Statement> body, List<Statement> otherwise,
               boolean async) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code while test: .. else: ..} */
    record While(Place place, Expression test, List<Statement> body, List<Statement> otherwise) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code with a as b, c: ..} */
    record With(Place place, List<WithItem> items, List<Statement> body, boolean async) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code context as target}; the target may be null. */
    record WithItem(Expression context, Expression target) { }

    /** {@code try: .. except E as e: .. else: .. finally: ..}; star is true for {@code except*}. */
    record Try(Place place, List<Statement> body, List<Handler> handlers, List<Statement> otherwise, List<Statement> last,
               boolean star) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code except type as name: ..}; type and name may be null. */
    record Handler(Place place, Expression type, String name, List<Statement> body) implements Node { }

    /** {@code raise error from cause}; both may be null. */
    record Raise(Place place, Expression error, Expression cause) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code assert test, message}; the message may be null. */
    record Assert(Place place, Expression test, Expression message) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code import a.b as c, d} */
    record Import(Place place, List<Alias> names) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /**
     * {@code from ..module import a as b, c}, or {@code import *}, whose one alias has the name {@code *}.
     *
     * @param module the dotted name, or the empty text in {@code from . import a}
     * @param level the number of dots before it
     */
    record ImportFrom(Place place, String module, List<Alias> names, int level) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code name as alias}; the alias is null without {@code as}. */
    record Alias(Place place, String name, String alias) implements Node { }

    /** {@code global a, b} */
    record Global(Place place, List<String> names) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code nonlocal a, b} */
    record Nonlocal(Place place, List<String> names) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code match subject: case ..} */
    record Match(Place place, Expression subject, List<Case> cases) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code case pattern if guard: ..}; the guard may be null. */
    record Case(Place place, Pattern pattern, Expression guard, List<Statement> body) implements Node { }

    /** {@code pass} */
    record Pass(Place place) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code break} */
    record Break(Place place) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code continue} */
    record Continue(Place place) implements Statement {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** One answer for each kind of statement. */
    interface Visitor<R> {
        R visit(ExpressionStatement statement);
        R visit(Assign assign);
        R visit(AugAssign assign);
        R visit(AnnAssign assign);
        R visit(FunctionDef function);
        R visit(ClassDef type);
        R visit(TypeAlias alias);
        R visit(Return statement);
        R visit(Delete delete);
        R visit(If branch);
        R visit(For loop);
        R visit(While loop);
        R visit(With with);
        R visit(Try attempt);
        R visit(Raise raise);
        R visit(Assert check);
        R visit(Import imports);
        R visit(ImportFrom imports);
        R visit(Global global);
        R visit(Nonlocal nonlocal);
        R visit(Match match);
        R visit(Pass pass);
        R visit(Break leave);
        R visit(Continue next);
    }
}
