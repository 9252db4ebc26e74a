package layerbook.python;

import java.util.List;
import layerbook.syntax.Expression;
import layerbook.syntax.UnaryOperator;

/** Computes expressions in a frame. */
class Evaluator implements Expression.Visitor<Object> {
    final Frame frame;

    Evaluator(Frame frame) {
        this.frame = frame;
    }

    Object eval(Expression e) {
        return e.accept(this);
    }

    @Override public Object visit(Expression.Name e) {
        frame.at = e.place();
        return frame.get(e.name());
    }

    @Override public Object visit(Expression.Constant e) {
        Object v = e.value();
        if (v == Expression.Singleton.NONE) {
            return Special.NONE;
        }
        if (v == Expression.Singleton.ELLIPSIS) {
            return Special.ELLIPSIS;
        }
        if (v instanceof Expression.Bytes b) {
            return PyBytes.latin(b.latin1());
        }
        if (v instanceof Expression.Imaginary) {
            throw Unsupported.complex();
        }
        return v;
    }

    @Override public Object visit(Expression.FString e) {
        var b = new StringBuilder();
        for (Expression part : e.parts()) {
            Limits.text(b.append(part instanceof Expression.Constant c ? (String) c.value() : (String) eval(part)).length());
        }
        return b.toString();
    }

    @Override public Object visit(Expression.FormattedValue e) {
        Object v = eval(e.value());
        String spec = e.spec() == null ? "" : (String) eval(e.spec());
        frame.at = e.place();
        Object shown = e.conversion() == 'r' ? Texts.repr(v) : e.conversion() == 's' ? Texts.str(v) : e.conversion() == 'a' ? Texts.ascii(v) : v;
        return Formatting.format(shown, spec);
    }

    @Override public Object visit(Expression.Attribute e) {
        Object v = eval(e.value());
        frame.at = e.place();
        return Attributes.get(v, e.name());
    }

    @Override public Object visit(Expression.Subscript e) {
        Object v = eval(e.value());
        Object index = eval(e.index());
        frame.at = e.place();
        return Subscripts.item(v, index);
    }

    @Override public Object visit(Expression.Slice e) {
        return new PySlice(orNone(e.lower()), orNone(e.upper()), orNone(e.step()));
    }

    private Object orNone(Expression e) {
        return e == null ? Special.NONE : eval(e);
    }

    @Override public Object visit(Expression.Call e) {
        if (e.function() instanceof Expression.Attribute a) {
            Object self = eval(a.value());
            Arguments arguments = arguments(e.arguments(), e.keywords());
            frame.at = e.place();
            frame.python.step();
            return Calls.invoke(self, a.name(), arguments);
        }
        if (e.function() instanceof Expression.Name n && n.name().equals("super") && e.arguments().isEmpty() && e.keywords().isEmpty()) {
            frame.at = e.place();
            return implicitSuper();
        }
        Object function = eval(e.function());
        Arguments arguments = arguments(e.arguments(), e.keywords());
        frame.at = e.place();
        frame.python.step();
        return Calls.call(function, arguments);
    }

    private Object implicitSuper() {
        Frame f = frame;
        while (f.around != null) {
            f = f.around;
        }
        if (f.cell == null || f.cell.type == null || f.running == null || f.running.code.parameters.all().isEmpty()) {
            throw Errors.runtime("super(): no arguments");
        }
        return new PySuper(f.cell.type, f.locals.get(f.running.code.parameters.all().get(0).name()));
    }

    Arguments arguments(List<Expression> positional, List<Expression.Keyword> keywords) {
        Object[] values = elements(positional);
        if (keywords.isEmpty()) {
            return Arguments.of(values);
        }
        var names = new java.util.ArrayList<String>(keywords.size());
        var named = new java.util.ArrayList<Object>(keywords.size());
        for (Expression.Keyword k : keywords) {
            Object v = eval(k.value());
            if (k.name() != null) {
                addNamed(names, named, k.name(), v);
                continue;
            }
            PyDict all = v instanceof PyDict d ? d : mapping(v);
            for (Object key : all.keys()) {
                if (!(PyBoxed.unbox(key) instanceof String name)) {
                    throw Errors.type("keywords must be strings");
                }
                addNamed(names, named, name, all.get(key));
            }
        }
        return new Arguments(values, names.toArray(new String[0]), named.toArray());
    }

    private static void addNamed(List<String> names, List<Object> named, String name, Object value) {
        if (names.contains(name)) {
            throw Errors.type("got multiple values for keyword argument '" + name + "'");
        }
        names.add(name);
        named.add(value);
    }

    private PyDict mapping(Object v) {
        if (!(v instanceof PyObject) || !Attributes.has(v, "keys")) {
            throw Errors.type("argument after ** must be a mapping, not " + Types.of(v).name());
        }
        var d = new PyDict();
        d.update(v);
        return d;
    }

    /** The values of the elements of a display or call, starred ones in their place. */
    Object[] elements(List<Expression> elements) {
        int n = elements.size();
        for (int i = 0; i < n; i++) {
            if (elements.get(i) instanceof Expression.Starred) {
                return starred(elements);
            }
        }
        var values = new Object[n];
        for (int i = 0; i < n; i++) {
            values[i] = eval(elements.get(i));
        }
        return values;
    }

    private Object[] starred(List<Expression> elements) {
        var all = new PyList();
        for (Expression e : elements) {
            if (e instanceof Expression.Starred s) {
                Object v = eval(s.value());
                frame.at = s.place();
                if (!(v instanceof PyObject) && !(v instanceof String)) {
                    throw Errors.type("Value after * must be an iterable, not " + Types.of(v).name());
                }
                all.addAll(Iteration.of(v));
            } else {
                all.add(eval(e));
            }
        }
        return all.toArray();
    }

    @Override public Object visit(Expression.Starred e) {
        throw Errors.raise("SyntaxError", "can't use starred expression here");
    }

    @Override public Object visit(Expression.BinaryOp e) {
        Object a = eval(e.left());
        Object b = eval(e.right());
        frame.at = e.place();
        return Operators.binary(e.operator(), a, b);
    }

    @Override public Object visit(Expression.UnaryOp e) {
        Object v = eval(e.operand());
        frame.at = e.place();
        return e.operator() == UnaryOperator.NOT ? (Object) !Operators.truth(v) : Operators.unary(e.operator(), v);
    }

    @Override public Object visit(Expression.BoolOp e) {
        int last = e.values().size() - 1;
        for (int i = 0; i < last; i++) {
            Object v = eval(e.values().get(i));
            frame.at = e.values().get(i).place();
            if (Operators.truth(v) != e.and()) {
                return v;
            }
        }
        return eval(e.values().get(last));
    }

    @Override public Object visit(Expression.Compare e) {
        Object left = eval(e.left());
        int n = e.operators().size();
        for (int i = 0;; i++) {
            Object right = eval(e.rights().get(i));
            frame.at = e.place();
            Object held = Operators.compare(e.operators().get(i), left, right);
            if (i == n - 1 || !Operators.truth(held)) {
                return held;
            }
            left = right;
        }
    }

    @Override public Object visit(Expression.Conditional e) {
        Object test = eval(e.test());
        frame.at = e.test().place();
        return eval(Operators.truth(test) ? e.body() : e.otherwise());
    }

    @Override public Object visit(Expression.NamedExpr e) {
        Object v = eval(e.value());
        frame.setAround(e.target().name(), v);
        return v;
    }

    @Override public Object visit(Expression.Lambda e) {
        return Functions.lambda(this, e);
    }

    @Override public Object visit(Expression.ListDisplay e) {
        return PyList.of(elements(e.elements()));
    }

    @Override public Object visit(Expression.TupleDisplay e) {
        return PyTuple.of(elements(e.elements()));
    }

    @Override public Object visit(Expression.SetDisplay e) {
        return PySet.from(Types.SET, java.util.Arrays.asList(elements(e.elements())).iterator());
    }

    @Override public Object visit(Expression.DictDisplay e) {
        var d = new PyDict();
        for (Expression.Entry entry : e.entries()) {
            if (entry.key() == null) {
                d.update(eval(entry.value()));
            } else {
                Object key = eval(entry.key());
                d.put(key, eval(entry.value()));
            }
        }
        return d;
    }

    @Override public Object visit(Expression.Comprehension e) {
        var all = new ComprehensionRun(this, e.clauses(), e.element(), null);
        switch (e.kind()) {
            case LIST: return PyList.from(all);
            case SET: return PySet.from(Types.SET, all);
            default: return new PyIterator(all, Types.GENERATOR);
        }
    }

    @Override public Object visit(Expression.DictComprehension e) {
        var d = new PyDict();
        for (var all = new ComprehensionRun(this, e.clauses(), e.key(), e.value()); all.hasNext();) {
            PyTuple pair = (PyTuple) all.next();
            d.put(pair.get(0), pair.get(1));
        }
        return d;
    }

    @Override public Object visit(Expression.Await e) {
        throw Unsupported.async(frame.function);
    }

    @Override public Object visit(Expression.Yield e) {
        throw Errors.raise("SyntaxError", "'yield' outside function");
    }

    @Override public Object visit(Expression.YieldFrom e) {
        throw Errors.raise("SyntaxError", "'yield' outside function");
    }

}
