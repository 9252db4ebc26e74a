package layerbook.session.python;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.Expression;
import layerbook.syntax.Statement;
import layerbook.syntax.UnaryOperator;

/** What in a statement no statement of Java has, and the names that it reads. */
final class PythonFeatures implements Statement.Visitor<Void>, Expression.Visitor<Void> {
    /** Whether it has something that only Python has. */
    boolean only;
    /** Whether it divides by {@code //}, which begins a comment of Java. */
    boolean comments;
    /** The names that it reads, those that it calls, and the names of keyword arguments with the name that is called. */
    final Set<String> reads = new LinkedHashSet<>();
    final Set<String> calls = new LinkedHashSet<>();
    final Set<String> keywordCalls = new LinkedHashSet<>();
    final Set<String> bases = new LinkedHashSet<>();
    String assigns;

    static PythonFeatures of(Statement s) {
        var found = new PythonFeatures();
        s.accept(found);
        return found;
    }

    private Void only() {
        only = true;
        return null;
    }

    private Void in(Expression e) {
        return e == null ? null : e.accept(this);
    }

    private void each(List<? extends Expression> all) {
        all.forEach(this::in);
    }

    @Override public Void visit(Statement.ExpressionStatement s) { return in(s.value()); }

    @Override public Void visit(Statement.Assign s) {
        in(s.value());
        if (s.targets().size() != 1) {
            return only();
        }
        if (s.targets().get(0) instanceof Expression.Name n) {
            assigns = n.name();
            return null;
        }
        return in(s.targets().get(0));
    }

    @Override public Void visit(Statement.AugAssign s) {
        in(s.value());
        only |= s.operator() == BinaryOperator.POW || s.operator() == BinaryOperator.MATMUL || s.operator() == BinaryOperator.FLOOR_DIV;
        return in(s.target());
    }

    @Override public Void visit(Statement.AnnAssign s) { return only(); }
    @Override public Void visit(Statement.FunctionDef s) { return only(); }
    @Override public Void visit(Statement.ClassDef s) { return only(); }
    @Override public Void visit(Statement.TypeAlias s) { return only(); }
    @Override public Void visit(Statement.Return s) { return in(s.value()); }
    @Override public Void visit(Statement.Delete s) { return only(); }
    @Override public Void visit(Statement.If s) { return only(); }
    @Override public Void visit(Statement.For s) { return only(); }
    @Override public Void visit(Statement.While s) { return only(); }
    @Override public Void visit(Statement.With s) { return only(); }
    @Override public Void visit(Statement.Try s) { return only(); }
    @Override public Void visit(Statement.Raise s) { return only(); }

    @Override public Void visit(Statement.Assert s) {
        only |= s.message() != null;
        in(s.test());
        return in(s.message());
    }

    @Override public Void visit(Statement.Import s) {
        String first = s.names().get(0).name().split("\\.")[0];
        boolean java = Set.of("java", "javax", "jdk", "org", "com", "net", "io", "layerbook", "tech").contains(first);
        return java && s.names().size() == 1 && s.names().get(0).alias() == null ? null : only();
    }

    @Override public Void visit(Statement.ImportFrom s) { return only(); }
    @Override public Void visit(Statement.Global s) { return only(); }
    @Override public Void visit(Statement.Nonlocal s) { return only(); }
    @Override public Void visit(Statement.Match s) { return only(); }
    @Override public Void visit(Statement.Pass s) { return only(); }
    @Override public Void visit(Statement.Break s) { return null; }
    @Override public Void visit(Statement.Continue s) { return null; }

    @Override public Void visit(Expression.Name e) {
        reads.add(e.name());
        return null;
    }

    @Override public Void visit(Expression.Constant e) {
        Object v = e.value();
        only |= v == Expression.Singleton.NONE || v instanceof Boolean || v instanceof Expression.Imaginary || v instanceof Expression.Bytes || v == Expression.Singleton.ELLIPSIS;
        return null;
    }

    @Override public Void visit(Expression.FString e) { return only(); }
    @Override public Void visit(Expression.FormattedValue e) { return only(); }

    @Override public Void visit(Expression.Attribute e) {
        if (e.value() instanceof Expression.Name n) {
            bases.add(n.name());
        }
        return in(e.value());
    }

    @Override public Void visit(Expression.Subscript e) {
        in(e.value());
        return in(e.index());
    }

    @Override public Void visit(Expression.Slice e) { return only(); }

    @Override public Void visit(Expression.Call e) {
        String name = e.function() instanceof Expression.Name n ? n.name() : "";
        if (!name.isEmpty()) {
            calls.add(name);
        } else {
            in(e.function());
        }
        each(e.arguments());
        e.keywords().forEach(k -> {
            in(k.value());
            only |= k.name() == null;
        });
        if (!e.keywords().isEmpty()) {
            keywordCalls.add(name);
        }
        return null;
    }

    @Override public Void visit(Expression.Starred e) { return only(); }

    @Override public Void visit(Expression.BinaryOp e) {
        only |= e.operator() == BinaryOperator.POW || e.operator() == BinaryOperator.MATMUL;
        comments |= e.operator() == BinaryOperator.FLOOR_DIV;
        in(e.left());
        return in(e.right());
    }

    @Override public Void visit(Expression.UnaryOp e) {
        only |= e.operator() == UnaryOperator.NOT;
        return in(e.operand());
    }

    @Override public Void visit(Expression.BoolOp e) { return only(); }

    @Override public Void visit(Expression.Compare e) {
        only |= e.operators().size() > 1 || Set.of(Comparison.IN, Comparison.NOT_IN, Comparison.IS, Comparison.IS_NOT).contains(e.operators().get(0));
        in(e.left());
        each(e.rights());
        return null;
    }

    @Override public Void visit(Expression.Conditional e) { return only(); }
    @Override public Void visit(Expression.NamedExpr e) { return only(); }
    @Override public Void visit(Expression.Lambda e) { return only(); }

    @Override public Void visit(Expression.ListDisplay e) {
        each(e.elements());
        return only();
    }

    @Override public Void visit(Expression.TupleDisplay e) {
        each(e.elements());
        return only();
    }

    @Override public Void visit(Expression.SetDisplay e) { return only(); }
    @Override public Void visit(Expression.DictDisplay e) { return only(); }
    @Override public Void visit(Expression.Comprehension e) { return only(); }
    @Override public Void visit(Expression.DictComprehension e) { return only(); }
    @Override public Void visit(Expression.Await e) { return only(); }
    @Override public Void visit(Expression.Yield e) { return only(); }
    @Override public Void visit(Expression.YieldFrom e) { return only(); }
}
