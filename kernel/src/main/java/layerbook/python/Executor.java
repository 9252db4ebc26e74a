package layerbook.python;

import java.util.Iterator;
import java.util.List;
import layerbook.syntax.Expression;
import layerbook.syntax.Statement;

/** Runs statements in a frame. */
class Executor implements Statement.Visitor<Executor.Completion> {
    /** How a statement ended. */
    enum Completion { NORMAL, BREAK, CONTINUE, RETURN }

    final Frame frame;
    final Evaluator in;

    Executor(Frame frame, Evaluator in) {
        this.frame = frame;
        this.in = in;
    }

    Completion block(List<Statement> body) {
        for (int i = 0; i < body.size(); i++) {
            Completion c = one(body.get(i));
            if (c != Completion.NORMAL) {
                return c;
            }
        }
        return Completion.NORMAL;
    }

    Completion one(Statement s) {
        frame.python.step();
        frame.at = s.place();
        return s.accept(this);
    }

    final boolean test(Expression e) {
        Object held = in.eval(e);
        frame.at = e.place();
        return Operators.truth(held);
    }

    final Iterator<Object> loop(Expression iterable) {
        Object all = in.eval(iterable);
        frame.at = iterable.place();
        return Iteration.of(all);
    }

    @Override public Completion visit(Statement.ExpressionStatement s) {
        in.eval(s.value());
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.Assign s) {
        Object v = in.eval(s.value());
        frame.at = s.place();
        for (Expression target : s.targets()) {
            Targets.assign(in, target, v);
        }
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.AugAssign s) {
        Targets.augment(in, s);
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.AnnAssign s) {
        if (s.value() != null) {
            Object v = in.eval(s.value());
            frame.at = s.place();
            Targets.assign(in, s.target(), v);
        }
        if (frame.isClass && s.simple()) {
            ClassBuilder.annotate(frame, ((Expression.Name) s.target()).name(), s.annotation());
        }
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.FunctionDef s) {
        Object[] decorators = Functions.decorators(in, s.decorators());
        PyFunction f = Functions.define(in, s);
        frame.set(s.name(), Functions.decorate(in, f, decorators, s.decorators()));
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.ClassDef s) {
        Object[] decorators = Functions.decorators(in, s.decorators());
        Object type = ClassBuilder.build(in, s);
        frame.set(s.name(), Functions.decorate(in, type, decorators, s.decorators()));
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.TypeAlias s) {
        frame.set(s.name().name(), frame.file.textOf(s.value()));
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.Return s) {
        frame.returned = s.value() == null ? Special.NONE : in.eval(s.value());
        return Completion.RETURN;
    }

    @Override public Completion visit(Statement.Delete s) {
        s.targets().forEach(t -> Targets.delete(in, t));
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.If s) {
        return block(test(s.test()) ? s.body() : s.otherwise());
    }

    @Override public Completion visit(Statement.For s) {
        if (s.async()) {
            throw Unsupported.async(frame.function);
        }
        for (Iterator<Object> all = loop(s.iterable()); all.hasNext();) {
            frame.python.step();
            Targets.assign(in, s.target(), all.next());
            Completion c = block(s.body());
            if (c == Completion.RETURN) {
                return c;
            }
            if (c == Completion.BREAK) {
                return Completion.NORMAL;
            }
            frame.at = s.place();
        }
        return block(s.otherwise());
    }

    @Override public Completion visit(Statement.While s) {
        while (test(s.test())) {
            frame.python.step();
            Completion c = block(s.body());
            if (c == Completion.RETURN) {
                return c;
            }
            if (c == Completion.BREAK) {
                return Completion.NORMAL;
            }
        }
        return block(s.otherwise());
    }

    @Override public Completion visit(Statement.With s) {
        if (s.async()) {
            throw Unsupported.async(frame.function);
        }
        return with(s, 0);
    }

    private Completion with(Statement.With s, int i) {
        if (i == s.items().size()) {
            return block(s.body());
        }
        Object manager = enter(s.items().get(i));
        Completion c;
        try {
            c = with(s, i + 1);
        } catch (Raised r) {
            if (leave(manager, r)) {
                return Completion.NORMAL;
            }
            throw r;
        }
        leave(manager, null);
        return c;
    }

    final Object enter(Statement.WithItem item) {
        Object manager = in.eval(item.context());
        frame.at = item.context().place();
        Object entered = Calls.call(special(manager, "__enter__"));
        if (item.target() != null) {
            Targets.assign(in, item.target(), entered);
        }
        return manager;
    }

    private static Object special(Object manager, String name) {
        if (manager instanceof Unread u) {
            throw u.cannotBe("entered by with");
        }
        Object found = Attributes.orNull(manager, name);
        if (found == null) {
            throw Errors.type("'" + Types.of(manager).name() + "' object does not support the context manager protocol");
        }
        return found;
    }

    /** Leaves a {@code with}; true where the error is swallowed. */
    final boolean leave(Object manager, Raised r) {
        Object exit = special(manager, "__exit__");
        if (r == null) {
            Calls.call(exit, Special.NONE, Special.NONE, Special.NONE);
            return false;
        }
        return Operators.truth(Calls.call(exit, r.error().type(), r.error(), Special.NONE));
    }

    @Override public Completion visit(Statement.Try s) {
        Completion c;
        try {
            c = guarded(s);
        } catch (Raised r) {
            Completion last = block(s.last());
            if (last != Completion.NORMAL) {
                return last;
            }
            throw r;
        }
        Object returned = frame.returned;
        Completion last = block(s.last());
        if (last != Completion.NORMAL) {
            return last;
        }
        frame.returned = returned;
        return c;
    }

    private Completion guarded(Statement.Try s) {
        Completion c;
        boolean imports = Imports.handled(s);
        frame.guardedImports += imports ? 1 : 0;
        try {
            c = block(s.body());
        } catch (Raised r) {
            Statement.Handler h = handler(s, r);
            if (h == null) {
                throw r;
            }
            return handle(h, r);
        } finally {
            frame.guardedImports -= imports ? 1 : 0;
        }
        return c != Completion.NORMAL ? c : block(s.otherwise());
    }

    /** The first handler that takes the error, or null. */
    final Statement.Handler handler(Statement.Try s, Raised r) {
        for (Statement.Handler h : s.handlers()) {
            if (h.type() == null) {
                return h;
            }
            Object type = in.eval(h.type());
            if (takes(type, r)) {
                return h;
            }
        }
        return null;
    }

    private static boolean takes(Object type, Raised r) {
        if (type instanceof PyTuple t) {
            return t.elements().stream().anyMatch(one -> takes(one, r));
        }
        if (type instanceof Unread) {
            return false;
        }
        if (!(type instanceof PyType t) || !t.derives(ExceptionTypes.named("BaseException"))) {
            throw Errors.type("catching classes that do not inherit from BaseException is not allowed");
        }
        return r.error().type().derives(t);
    }

    final Completion handle(Statement.Handler h, Raised r) {
        PyException before = frame.python.handling();
        frame.python.handling(r.error());
        if (h.name() != null) {
            frame.set(h.name(), r.error());
        }
        try {
            return block(h.body());
        } finally {
            frame.python.handling(before);
            if (h.name() != null) {
                forget(h.name());
            }
        }
    }

    final void forget(String name) {
        try {
            frame.delete(name);
        } catch (Raised gone) {
            // the handler deleted it itself
        }
    }

    @Override public Completion visit(Statement.Raise s) {
        throw Raising.raised(in, s);
    }

    @Override public Completion visit(Statement.Assert s) {
        if (!test(s.test())) {
            frame.at = s.place();
            throw new Raised(new PyException(ExceptionTypes.named("AssertionError"), s.message() == null ? PyTuple.EMPTY : PyTuple.of(in.eval(s.message()))));
        }
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.Import s) {
        Imports.run(in, s);
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.ImportFrom s) {
        Imports.run(in, s);
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.Global s) {
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.Nonlocal s) {
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.Match s) {
        Object subject = in.eval(s.subject());
        for (Statement.Case c : s.cases()) {
            if (Patterns.matches(in, c.pattern(), subject) && (c.guard() == null || test(c.guard()))) {
                return block(c.body());
            }
        }
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.Pass s) {
        return Completion.NORMAL;
    }

    @Override public Completion visit(Statement.Break s) {
        return Completion.BREAK;
    }

    @Override public Completion visit(Statement.Continue s) {
        return Completion.CONTINUE;
    }
}
