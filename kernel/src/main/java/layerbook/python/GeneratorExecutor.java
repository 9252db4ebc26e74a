package layerbook.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import layerbook.syntax.Statement;

/**
 * Runs the body of a generator so that it can stop at a yield and go on later. A yield throws {@link Suspend}; on its way out each
 * statement around it notes where it stood, and on the way back in each takes its note and goes on from there. Statements without a
 * yield run as in any function.
 */
final class GeneratorExecutor extends Executor {
    /** Leaves the body at a yield. */
    static final class Suspend extends RuntimeException {
        private static final long serialVersionUID = 1;

        Suspend() {
            super(null, null, false, false);
        }
    }

    /** Where a statement stood: its phase, and what it needs to go on. */
    private record Note(int phase, Object state) { }

    private static final int HEAD = 0;
    private static final int BODY = 1;
    private static final int OTHERWISE = 2;
    private static final int HANDLER = 3;
    private static final int LAST = 4;

    private final Deque<Note> notes = new ArrayDeque<>();
    private final Executor plain;
    private final YieldingEvaluator yielding;

    GeneratorExecutor(Frame frame, YieldingEvaluator in) {
        super(frame, in);
        yielding = in;
        plain = new Executor(frame, new Evaluator(frame));
    }

    private Note taken() {
        return notes.isEmpty() ? null : notes.pop();
    }

    private Suspend noted(Suspend s, int phase, Object state) {
        notes.push(new Note(phase, state));
        return s;
    }

    @Override Completion block(List<Statement> body) {
        Note note = taken();
        for (int i = note == null ? 0 : note.phase; i < body.size(); i++) {
            Completion c;
            try {
                c = one(body.get(i));
            } catch (Suspend s) {
                throw noted(s, i, null);
            }
            if (c != Completion.NORMAL) {
                return c;
            }
        }
        return Completion.NORMAL;
    }

    @Override Completion one(Statement s) {
        if (!frame.scope.yielding.contains(s)) {
            return plain.one(s);
        }
        frame.python.step();
        frame.at = s.place();
        Completion c = s.accept(this);
        yielding.forget();
        return c;
    }

    @Override public Completion visit(Statement.If s) {
        Note note = taken();
        int phase = note == null ? HEAD : note.phase;
        try {
            if (phase == HEAD) {
                phase = test(s.test()) ? BODY : OTHERWISE;
                yielding.forget();
            }
            return block(phase == BODY ? s.body() : s.otherwise());
        } catch (Suspend out) {
            throw noted(out, phase, null);
        }
    }

    @Override public Completion visit(Statement.While s) {
        Note note = taken();
        int phase = note == null ? HEAD : note.phase;
        try {
            while (phase != OTHERWISE) {
                if (phase == HEAD) {
                    phase = test(s.test()) ? BODY : OTHERWISE;
                    yielding.forget();
                    continue;
                }
                frame.python.step();
                Completion c = block(s.body());
                phase = HEAD;
                if (c == Completion.RETURN || c == Completion.BREAK) {
                    return c == Completion.RETURN ? c : Completion.NORMAL;
                }
            }
            return block(s.otherwise());
        } catch (Suspend out) {
            throw noted(out, phase, null);
        }
    }

    @SuppressWarnings("unchecked")
    @Override public Completion visit(Statement.For s) {
        Note note = taken();
        int phase = note == null ? HEAD : note.phase;
        Iterator<Object> all = note == null ? null : (Iterator<Object>) note.state;
        try {
            if (all == null) {
                all = loop(s.iterable());
                yielding.forget();
            }
            while (phase != OTHERWISE) {
                if (phase == HEAD) {
                    if (!all.hasNext()) {
                        phase = OTHERWISE;
                        continue;
                    }
                    frame.python.step();
                    Targets.assign(in, s.target(), all.next());
                    yielding.forget();
                    phase = BODY;
                }
                Completion c = block(s.body());
                phase = HEAD;
                if (c == Completion.RETURN || c == Completion.BREAK) {
                    return c == Completion.RETURN ? c : Completion.NORMAL;
                }
            }
            return block(s.otherwise());
        } catch (Suspend out) {
            throw noted(out, phase, all);
        }
    }

    @SuppressWarnings("unchecked")
    @Override public Completion visit(Statement.With s) {
        Note note = taken();
        List<Object> managers = note == null ? new ArrayList<>() : (List<Object>) note.state;
        Completion c;
        try {
            while (managers.size() < s.items().size()) {
                managers.add(enter(s.items().get(managers.size())));
                yielding.forget();
            }
            c = block(s.body());
        } catch (Suspend out) {
            throw noted(out, BODY, managers);
        } catch (Raised r) {
            Raised left = r;
            for (int i = managers.size() - 1; i >= 0; i--) {
                try {
                    left = leave(managers.get(i), left) ? null : left;
                } catch (Raised other) {
                    left = other;
                }
            }
            if (left != null) {
                throw left;
            }
            return Completion.NORMAL;
        }
        for (int i = managers.size() - 1; i >= 0; i--) {
            leave(managers.get(i), null);
        }
        return c;
    }

    /** What a {@code try} remembers between its parts. */
    private static final class Attempt {
        int phase = BODY;
        Statement.Handler handler;
        Raised error;
        Completion completion = Completion.NORMAL;
        Object returned;
    }

    @Override public Completion visit(Statement.Try s) {
        Note note = taken();
        Attempt at = note == null ? new Attempt() : (Attempt) note.state;
        try {
            while (at.phase != LAST) {
                part(s, at);
            }
            Completion last = block(s.last());
            if (last != Completion.NORMAL) {
                return last;
            }
        } catch (Suspend out) {
            throw noted(out, at.phase, at);
        }
        if (at.error != null) {
            throw at.error;
        }
        frame.returned = at.returned;
        return at.completion;
    }

    /** Runs the body, the handler or the else part, and says which part is next. */
    private void part(Statement.Try s, Attempt at) {
        int now = at.phase;
        try {
            at.completion = now == BODY ? block(s.body()) : now == HANDLER ? handle(at.handler, at.error) : block(s.otherwise());
            at.returned = frame.returned;
            at.error = null;
            at.phase = now == BODY && at.completion == Completion.NORMAL ? OTHERWISE : LAST;
        } catch (Raised r) {
            notes.clear();
            yielding.forget();
            at.handler = now == BODY ? handler(s, r) : null;
            at.error = r;
            at.phase = at.handler == null ? LAST : HANDLER;
        }
    }

    @Override public Completion visit(Statement.Match s) {
        Note note = taken();
        int at = note == null ? -1 : note.phase;
        try {
            if (at < 0) {
                Object subject = in.eval(s.subject());
                for (int i = 0; i < s.cases().size() && at < 0; i++) {
                    Statement.Case c = s.cases().get(i);
                    at = Patterns.matches(in, c.pattern(), subject) && (c.guard() == null || test(c.guard())) ? i : -1;
                }
                yielding.forget();
            }
            return at < 0 ? Completion.NORMAL : block(s.cases().get(at).body());
        } catch (Suspend out) {
            throw noted(out, at, null);
        }
    }
}
