package layerbook.syntax;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import layerbook.syntax.Expression.Bytes;
import layerbook.syntax.Expression.Imaginary;
import layerbook.syntax.Expression.Singleton;
import layerbook.syntax.Parameters.Kind;
import layerbook.syntax.Parameters.Parameter;

/** Writes a tree as {@code dump.py} among the test resources writes that of Python's {@code ast}. */
final class Dump implements Expression.Visitor<Void>, Statement.Visitor<Void> {
    private final SourceFile file;
    private final Lines lines;
    private final StringBuilder out = new StringBuilder();
    private boolean places = true;

    private Dump(SourceFile file) {
        this.file = file;
        lines = new Lines(file.text());
    }

    static String of(SourceFile file) {
        var dump = new Dump(file);
        dump.block(file.body());
        return dump.out.toString();
    }

    /** A node: its fields are written by what is given here, one after the other. */
    private Void node(String name, Place place, Runnable... fields) {
        out.append('(').append(name);
        for (Runnable field : fields) {
            field.run();
        }
        if (places && place != null) {
            Place end = lines.place(place.end(), place.end());
            int shift = place.line() == 1 && file.text().startsWith("\uFEFF") ? 1 : 0;
            out.append('@').append(place.line()).append(':').append(column(place.start(), place.column()) - shift)
                .append(':').append(end.line()).append(':').append(column(place.end(), end.column()) - shift);
        }
        out.append(')');
        return null;
    }

    /** Columns in Python count code points. */
    private int column(int offset, int column) {
        return file.text().codePointCount(offset - (column - 1), offset);
    }

    private Runnable of(Expression e) {
        return () -> {
            if (e == null) {
                out.append('~');
            } else {
                e.accept(this);
            }
        };
    }

    private Runnable all(List<? extends Expression> list) {
        return list(list.stream().map(this::of).toList());
    }

    private Runnable list(List<Runnable> list) {
        return () -> {
            out.append('[');
            list.forEach(Runnable::run);
            out.append(']');
        };
    }

    private Runnable word(String text) {
        return () -> out.append(text == null ? "~" : quoted(text));
    }

    private Runnable number(long value) {
        return () -> out.append(value);
    }

    private Runnable sign(Object sign) {
        return () -> out.append('(').append(sign).append(')');
    }

    private Runnable body(List<Statement> body) {
        return () -> block(body);
    }

    private void block(List<Statement> body) {
        out.append('[');
        body.forEach(s -> s.accept(this));
        out.append(']');
    }

    static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            int simple = "\"\\\n\r\t\f\b".indexOf(c);
            if (simple >= 0) {
                out.append('\\').append("\"\\nrtfb".charAt(simple));
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String bits(double value) {
        return String.format("%016x", Double.doubleToRawLongBits(value));
    }

    private static String constant(Object value) {
        if (value instanceof Boolean b) {
            return b ? "True" : "False";
        }
        if (value instanceof Singleton s) {
            return s == Singleton.NONE ? "None" : "Ellipsis";
        }
        if (value instanceof Long || value instanceof BigInteger) {
            return "i" + new BigInteger(value.toString()).toString(16);
        }
        if (value instanceof Double d) {
            return "f" + bits(d);
        }
        if (value instanceof Imaginary i) {
            return "j" + bits(i.value());
        }
        return value instanceof Bytes b ? "b" + HexFormat.of().formatHex(b.latin1().getBytes(StandardCharsets.ISO_8859_1)) : quoted((String) value);
    }

    @Override public Void visit(Expression.Name n) { return node("Name", n.place(), word(n.name())); }
    @Override public Void visit(Expression.Constant n) { return node("Constant", n.place(), () -> out.append(' ').append(constant(n.value()))); }

    @Override public Void visit(Expression.FString n) {
        boolean before = places;
        return node("JoinedStr", n.place(), () -> places = false, all(n.parts()), () -> places = before);
    }

    @Override public Void visit(Expression.FormattedValue n) {
        return node("FormattedValue", n.place(), of(n.value()), number(n.conversion() == 0 ? -1 : n.conversion()), of(n.spec()));
    }

    @Override public Void visit(Expression.Attribute n) { return node("Attribute", n.place(), of(n.value()), word(n.name())); }
    @Override public Void visit(Expression.Subscript n) { return node("Subscript", n.place(), of(n.value()), of(n.index())); }
    @Override public Void visit(Expression.Slice n) { return node("Slice", n.place(), of(n.lower()), of(n.upper()), of(n.step())); }
    @Override public Void visit(Expression.Call n) { return node("Call", n.place(), of(n.function()), all(n.arguments()), keywords(n.keywords())); }

    private Runnable keywords(List<Expression.Keyword> keywords) {
        return list(keywords.stream().<Runnable>map(k -> () -> node("keyword", null, word(k.name()), of(k.value()))).toList());
    }

    @Override public Void visit(Expression.Starred n) { return node("Starred", n.place(), of(n.value())); }
    @Override public Void visit(Expression.BinaryOp n) { return node("BinOp", n.place(), of(n.left()), sign(name(n.operator())), of(n.right())); }

    private static String name(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> "Add";
            case SUB -> "Sub";
            case MUL -> "Mult";
            case MATMUL -> "MatMult";
            case DIV -> "Div";
            case FLOOR_DIV -> "FloorDiv";
            case MOD -> "Mod";
            case POW -> "Pow";
            case LEFT_SHIFT -> "LShift";
            case RIGHT_SHIFT -> "RShift";
            case BIT_AND -> "BitAnd";
            case BIT_OR -> "BitOr";
            case BIT_XOR -> "BitXor";
        };
    }

    @Override public Void visit(Expression.UnaryOp n) {
        String name = switch (n.operator()) {
            case NEGATIVE -> "USub";
            case POSITIVE -> "UAdd";
            case INVERT -> "Invert";
            case NOT -> "Not";
        };
        return node("UnaryOp", n.place(), sign(name), of(n.operand()));
    }

    @Override public Void visit(Expression.BoolOp n) { return node("BoolOp", n.place(), sign(n.and() ? "And" : "Or"), all(n.values())); }

    @Override public Void visit(Expression.Compare n) {
        return node("Compare", n.place(), of(n.left()), list(n.operators().stream().map(o -> sign(name(o))).toList()), all(n.rights()));
    }

    private static String name(Comparison comparison) {
        return switch (comparison) {
            case LESS -> "Lt";
            case LESS_EQUAL -> "LtE";
            case GREATER -> "Gt";
            case GREATER_EQUAL -> "GtE";
            case EQUAL -> "Eq";
            case NOT_EQUAL -> "NotEq";
            case IS -> "Is";
            case IS_NOT -> "IsNot";
            case IN -> "In";
            case NOT_IN -> "NotIn";
        };
    }

    @Override public Void visit(Expression.Conditional n) { return node("IfExp", n.place(), of(n.test()), of(n.body()), of(n.otherwise())); }
    @Override public Void visit(Expression.NamedExpr n) { return node("NamedExpr", n.place(), of(n.target()), of(n.value())); }
    @Override public Void visit(Expression.Lambda n) { return node("Lambda", n.place(), parameters(n.parameters()), of(n.body())); }
    @Override public Void visit(Expression.ListDisplay n) { return node("List", n.place(), all(n.elements())); }
    @Override public Void visit(Expression.TupleDisplay n) { return node("Tuple", n.place(), all(n.elements())); }
    @Override public Void visit(Expression.SetDisplay n) { return node("Set", n.place(), all(n.elements())); }

    @Override public Void visit(Expression.DictDisplay n) {
        return node("Dict", n.place(), list(n.entries().stream().map(e -> of(e.key())).toList()), list(n.entries().stream().map(e -> of(e.value())).toList()));
    }

    @Override public Void visit(Expression.Comprehension n) {
        String name = switch (n.kind()) {
            case LIST -> "ListComp";
            case SET -> "SetComp";
            case GENERATOR -> "GeneratorExp";
        };
        return node(name, n.place(), of(n.element()), clauses(n.clauses()));
    }

    @Override public Void visit(Expression.DictComprehension n) { return node("DictComp", n.place(), of(n.key()), of(n.value()), clauses(n.clauses())); }

    private Runnable clauses(List<Expression.Clause> clauses) {
        return list(clauses.stream().<Runnable>map(c -> () -> node("comprehension", null, of(c.target()), of(c.iterable()), all(c.conditions()),
            number(c.async() ? 1 : 0))).toList());
    }

    @Override public Void visit(Expression.Await n) { return node("Await", n.place(), of(n.value())); }
    @Override public Void visit(Expression.Yield n) { return node("Yield", n.place(), of(n.value())); }
    @Override public Void visit(Expression.YieldFrom n) { return node("YieldFrom", n.place(), of(n.value())); }

    private Runnable parameters(Parameters parameters) {
        return () -> node("arguments", null, of(parameters, Kind.POSITIONAL_ONLY), of(parameters, Kind.POSITIONAL_OR_KEYWORD), one(parameters, Kind.VAR_POSITIONAL),
            of(parameters, Kind.KEYWORD_ONLY), defaults(parameters, true), one(parameters, Kind.VAR_KEYWORD), defaults(parameters, false));
    }

    private Runnable of(Parameters parameters, Kind kind) {
        return list(parameters.all().stream().filter(p -> p.kind() == kind).map(this::parameter).toList());
    }

    private Runnable one(Parameters parameters, Kind kind) {
        return parameters.all().stream().filter(p -> p.kind() == kind).findFirst().map(this::parameter).orElse(() -> out.append('~'));
    }

    private Runnable parameter(Parameter p) {
        return () -> node("arg", null, word(p.name()), of(p.annotation()));
    }

    private Runnable defaults(Parameters parameters, boolean keywordOnly) {
        var found = new ArrayList<Runnable>();
        for (Parameter p : parameters.all()) {
            boolean only = p.kind() == Kind.KEYWORD_ONLY;
            boolean positional = p.kind() == Kind.POSITIONAL_ONLY || p.kind() == Kind.POSITIONAL_OR_KEYWORD;
            if (keywordOnly ? only : positional && p.initial() != null) {
                found.add(of(p.initial()));
            }
        }
        return list(found);
    }

    @Override public Void visit(Statement.ExpressionStatement n) { return node("Expr", n.place(), of(n.value())); }
    @Override public Void visit(Statement.Assign n) { return node("Assign", n.place(), all(n.targets()), of(n.value())); }
    @Override public Void visit(Statement.AugAssign n) { return node("AugAssign", n.place(), of(n.target()), sign(name(n.operator())), of(n.value())); }

    @Override public Void visit(Statement.AnnAssign n) {
        return node("AnnAssign", n.place(), of(n.target()), of(n.annotation()), of(n.value()), number(n.simple() ? 1 : 0));
    }

    @Override public Void visit(Statement.FunctionDef n) {
        return node(n.async() ? "AsyncFunctionDef" : "FunctionDef", n.place(), word(n.name()), parameters(n.parameters()), body(n.body()), all(n.decorators()), of(n.returns()));
    }

    @Override public Void visit(Statement.ClassDef n) {
        return node("ClassDef", n.place(), word(n.name()), all(n.bases()), keywords(n.keywords()), body(n.body()), all(n.decorators()));
    }

    @Override public Void visit(Statement.TypeAlias n) { return node("TypeAlias", n.place(), of(n.name()), of(n.value())); }
    @Override public Void visit(Statement.Return n) { return node("Return", n.place(), of(n.value())); }
    @Override public Void visit(Statement.Delete n) { return node("Delete", n.place(), all(n.targets())); }
    @Override public Void visit(Statement.If n) { return node("If", n.place(), of(n.test()), body(n.body()), body(n.otherwise())); }

    @Override public Void visit(Statement.For n) {
        return node(n.async() ? "AsyncFor" : "For", n.place(), of(n.target()), of(n.iterable()), body(n.body()), body(n.otherwise()));
    }

    @Override public Void visit(Statement.While n) { return node("While", n.place(), of(n.test()), body(n.body()), body(n.otherwise())); }

    @Override public Void visit(Statement.With n) {
        return node(n.async() ? "AsyncWith" : "With", n.place(), list(n.items().stream().<Runnable>map(i -> () -> node("withitem", null, of(i.context()), of(i.target()))).toList()),
            body(n.body()));
    }

    @Override public Void visit(Statement.Try n) {
        return node(n.star() ? "TryStar" : "Try", n.place(), body(n.body()), list(n.handlers().stream().<Runnable>map(h -> () -> node("ExceptHandler", null, of(h.type()),
            word(h.name()), body(h.body()))).toList()), body(n.otherwise()), body(n.last()));
    }

    @Override public Void visit(Statement.Raise n) { return node("Raise", n.place(), of(n.error()), of(n.cause())); }
    @Override public Void visit(Statement.Assert n) { return node("Assert", n.place(), of(n.test()), of(n.message())); }
    @Override public Void visit(Statement.Import n) { return node("Import", n.place(), aliases(n.names())); }

    @Override public Void visit(Statement.ImportFrom n) {
        return node("ImportFrom", n.place(), word(n.module().isEmpty() ? null : n.module()), aliases(n.names()), number(n.level()));
    }

    private Runnable aliases(List<Statement.Alias> names) {
        return list(names.stream().<Runnable>map(a -> () -> node("alias", null, word(a.name()), word(a.alias()))).toList());
    }

    @Override public Void visit(Statement.Global n) { return node("Global", n.place(), list(n.names().stream().map(this::word).toList())); }
    @Override public Void visit(Statement.Nonlocal n) { return node("Nonlocal", n.place(), list(n.names().stream().map(this::word).toList())); }

    @Override public Void visit(Statement.Match n) {
        return node("Match", n.place(), of(n.subject()), list(n.cases().stream().<Runnable>map(c -> () -> node("match_case", null, pattern(c.pattern()), of(c.guard()),
            body(c.body()))).toList()));
    }

    private Runnable pattern(Pattern p) {
        return p == null ? () -> out.append('~') : () -> write(p);
    }

    private Runnable patterns(List<Pattern> patterns) {
        return list(patterns.stream().map(this::pattern).toList());
    }

    private Void write(Pattern p) {
        if (p instanceof Pattern.Value v) {
            return node("MatchValue", null, of(v.value()));
        }
        if (p instanceof Pattern.Same s) {
            return node("MatchSingleton", null, () -> out.append(constant(s.value().value()).equals("None") ? "~" : constant(s.value().value())));
        }
        if (p instanceof Pattern.Sequence s) {
            return node("MatchSequence", null, patterns(s.patterns()));
        }
        if (p instanceof Pattern.Star s) {
            return node("MatchStar", null, word(s.name()));
        }
        if (p instanceof Pattern.Mapping m) {
            return node("MatchMapping", null, all(m.keys()), patterns(m.patterns()), word(m.rest()));
        }
        if (p instanceof Pattern.ClassPattern c) {
            return node("MatchClass", null, of(c.type()), patterns(c.patterns()), list(c.attributes().stream().map(a -> word(a.name())).toList()),
                patterns(c.attributes().stream().map(Pattern.Attribute::pattern).toList()));
        }
        return p instanceof Pattern.As a ? node("MatchAs", null, pattern(a.pattern()), word(a.name())) : node("MatchOr", null, patterns(((Pattern.Or) p).patterns()));
    }

    @Override public Void visit(Statement.Pass n) { return node("Pass", n.place()); }
    @Override public Void visit(Statement.Break n) { return node("Break", n.place()); }
    @Override public Void visit(Statement.Continue n) { return node("Continue", n.place()); }
}
