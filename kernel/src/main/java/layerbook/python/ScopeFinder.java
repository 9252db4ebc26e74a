package layerbook.python;

import java.util.List;
import layerbook.syntax.Expression;
import layerbook.syntax.Pattern;
import layerbook.syntax.Statement;

/** Goes through the body of a function, not into those of others, for the names it binds and the yields in it. */
final class ScopeFinder implements Statement.Visitor<Void>, Expression.Visitor<Void> {
    private final Scope scope;
    private int yields;

    ScopeFinder(Scope scope) {
        this.scope = scope;
    }

    void all(List<Statement> body) {
        for (Statement s : body) {
            int before = yields;
            s.accept(this);
            if (yields > before) {
                scope.yielding.add(s);
            }
        }
    }

    void in(Expression e) {
        if (e != null) {
            e.accept(this);
        }
    }

    private void each(List<? extends Expression> all) {
        for (Expression e : all) {
            in(e);
        }
    }

    private void bind(Expression target) {
        if (target instanceof Expression.Name n) {
            scope.locals.add(n.name());
        } else if (target instanceof Expression.TupleDisplay t) {
            t.elements().forEach(this::bind);
        } else if (target instanceof Expression.ListDisplay l) {
            l.elements().forEach(this::bind);
        } else if (target instanceof Expression.Starred s) {
            bind(s.value());
        } else {
            in(target);
        }
    }

    @Override public Void visit(Statement.ExpressionStatement s) { in(s.value()); return null; }

    @Override public Void visit(Statement.Assign s) {
        in(s.value());
        s.targets().forEach(this::bind);
        return null;
    }

    @Override public Void visit(Statement.AugAssign s) { in(s.value()); bind(s.target()); return null; }

    @Override public Void visit(Statement.AnnAssign s) {
        in(s.value());
        if (s.simple() || s.value() != null) {
            bind(s.target());
        }
        return null;
    }

    @Override public Void visit(Statement.FunctionDef s) {
        scope.locals.add(s.name());
        each(s.decorators());
        s.parameters().all().forEach(p -> in(p.initial()));
        return null;
    }

    @Override public Void visit(Statement.ClassDef s) {
        scope.locals.add(s.name());
        each(s.decorators());
        each(s.bases());
        s.keywords().forEach(k -> in(k.value()));
        return null;
    }

    @Override public Void visit(Statement.TypeAlias s) { scope.locals.add(s.name().name()); return null; }

    @Override public Void visit(Statement.Return s) { in(s.value()); return null; }

    @Override public Void visit(Statement.Delete s) { s.targets().forEach(this::bind); return null; }

    @Override public Void visit(Statement.If s) { in(s.test()); all(s.body()); all(s.otherwise()); return null; }

    @Override public Void visit(Statement.For s) {
        in(s.iterable());
        bind(s.target());
        all(s.body());
        all(s.otherwise());
        return null;
    }

    @Override public Void visit(Statement.While s) { in(s.test()); all(s.body()); all(s.otherwise()); return null; }

    @Override public Void visit(Statement.With s) {
        for (Statement.WithItem i : s.items()) {
            in(i.context());
            if (i.target() != null) {
                bind(i.target());
            }
        }
        all(s.body());
        return null;
    }

    @Override public Void visit(Statement.Try s) {
        all(s.body());
        for (Statement.Handler h : s.handlers()) {
            in(h.type());
            if (h.name() != null) {
                scope.locals.add(h.name());
            }
            all(h.body());
        }
        all(s.otherwise());
        all(s.last());
        return null;
    }

    @Override public Void visit(Statement.Raise s) { in(s.error()); in(s.cause()); return null; }

    @Override public Void visit(Statement.Assert s) { in(s.test()); in(s.message()); return null; }

    @Override public Void visit(Statement.Import s) {
        for (Statement.Alias a : s.names()) {
            int dot = a.name().indexOf('.');
            scope.locals.add(a.alias() != null ? a.alias() : dot < 0 ? a.name() : a.name().substring(0, dot));
        }
        return null;
    }

    @Override public Void visit(Statement.ImportFrom s) {
        s.names().forEach(a -> scope.locals.add(a.alias() != null ? a.alias() : a.name()));
        return null;
    }

    @Override public Void visit(Statement.Global s) { scope.globals.addAll(s.names()); return null; }

    @Override public Void visit(Statement.Nonlocal s) { scope.nonlocals.addAll(s.names()); return null; }

    @Override public Void visit(Statement.Match s) {
        in(s.subject());
        for (Statement.Case c : s.cases()) {
            captures(c.pattern());
            in(c.guard());
            all(c.body());
        }
        return null;
    }

    private void captures(Pattern p) {
        if (p instanceof Pattern.As as) {
            add(as.name());
            if (as.pattern() != null) {
                captures(as.pattern());
            }
        } else if (p instanceof Pattern.Star star) {
            add(star.name());
        } else if (p instanceof Pattern.Sequence s) {
            s.patterns().forEach(this::captures);
        } else if (p instanceof Pattern.Or o) {
            o.patterns().forEach(this::captures);
        } else if (p instanceof Pattern.Mapping m) {
            m.patterns().forEach(this::captures);
            add(m.rest());
        } else if (p instanceof Pattern.ClassPattern c) {
            c.patterns().forEach(this::captures);
            c.attributes().forEach(a -> captures(a.pattern()));
        }
    }

    private void add(String name) {
        if (name != null) {
            scope.locals.add(name);
        }
    }

    @Override public Void visit(Statement.Pass s) { return null; }

    @Override public Void visit(Statement.Break s) { return null; }

    @Override public Void visit(Statement.Continue s) { return null; }

    @Override public Void visit(Expression.Name e) { return null; }

    @Override public Void visit(Expression.Constant e) { return null; }

    @Override public Void visit(Expression.FString e) { each(e.parts()); return null; }

    @Override public Void visit(Expression.FormattedValue e) { in(e.value()); in(e.spec()); return null; }

    @Override public Void visit(Expression.Attribute e) { in(e.value()); return null; }

    @Override public Void visit(Expression.Subscript e) { in(e.value()); in(e.index()); return null; }

    @Override public Void visit(Expression.Slice e) { in(e.lower()); in(e.upper()); in(e.step()); return null; }

    @Override public Void visit(Expression.Call e) {
        in(e.function());
        each(e.arguments());
        e.keywords().forEach(k -> in(k.value()));
        return null;
    }

    @Override public Void visit(Expression.Starred e) { in(e.value()); return null; }

    @Override public Void visit(Expression.BinaryOp e) { in(e.left()); in(e.right()); return null; }

    @Override public Void visit(Expression.UnaryOp e) { in(e.operand()); return null; }

    @Override public Void visit(Expression.BoolOp e) { each(e.values()); return null; }

    @Override public Void visit(Expression.Compare e) { in(e.left()); each(e.rights()); return null; }

    @Override public Void visit(Expression.Conditional e) { in(e.test()); in(e.body()); in(e.otherwise()); return null; }

    @Override public Void visit(Expression.NamedExpr e) { scope.locals.add(e.target().name()); in(e.value()); return null; }

    @Override public Void visit(Expression.Lambda e) { e.parameters().all().forEach(p -> in(p.initial())); return null; }

    @Override public Void visit(Expression.ListDisplay e) { each(e.elements()); return null; }

    @Override public Void visit(Expression.TupleDisplay e) { each(e.elements()); return null; }

    @Override public Void visit(Expression.SetDisplay e) { each(e.elements()); return null; }

    @Override public Void visit(Expression.DictDisplay e) {
        e.entries().forEach(x -> {
            in(x.key());
            in(x.value());
        });
        return null;
    }

    @Override public Void visit(Expression.Comprehension e) { in(e.element()); return clauses(e.clauses()); }

    @Override public Void visit(Expression.DictComprehension e) { in(e.key()); in(e.value()); return clauses(e.clauses()); }

    private Void clauses(List<Expression.Clause> all) {
        for (Expression.Clause c : all) {
            in(c.iterable());
            each(c.conditions());
        }
        return null;
    }

    @Override public Void visit(Expression.Await e) { in(e.value()); return null; }

    @Override public Void visit(Expression.Yield e) { in(e.value()); return found(); }

    @Override public Void visit(Expression.YieldFrom e) { in(e.value()); return found(); }

    private Void found() {
        yields++;
        scope.generator = true;
        return null;
    }
}
