package layerbook.python;

import java.util.Iterator;

/** What a function with {@code yield} gives. */
final class PyGenerator extends PyIterator {
    private final Frame frame;
    private final PyFunction.Code code;
    private final GeneratorExecutor executor;
    private Object given;
    private Object sent = Special.NONE;
    private Raised thrown;
    private Object result = Special.NONE;
    private boolean started;
    private boolean ended;
    private boolean running;

    PyGenerator(Frame frame, PyFunction.Code code) {
        super(null, Types.GENERATOR);
        this.frame = frame;
        this.code = code;
        var evaluator = new YieldingEvaluator(frame);
        evaluator.of(this);
        executor = new GeneratorExecutor(frame, evaluator);
    }

    void give(Object value) {
        given = value;
    }

    /** The value that {@code send} brought, or what {@code throw} did. */
    Object takeSent() {
        if (thrown != null) {
            Raised r = thrown;
            thrown = null;
            throw r;
        }
        Object v = sent;
        sent = Special.NONE;
        return v;
    }

    /** Passes what was sent to the generator behind {@code yield from}. */
    Object forward(PyGenerator inner) {
        Raised r = thrown;
        thrown = null;
        Object v = sent;
        sent = Special.NONE;
        return inner.go(v, r);
    }

    /** What it returned. */
    Object result() {
        return result;
    }

    @Override Object nextOrNull() {
        return go(Special.NONE, null);
    }

    private Object go(Object value, Raised error) {
        if (running) {
            throw Errors.value("generator already executing");
        }
        if (ended) {
            if (error != null) {
                throw error;
            }
            return null;
        }
        if (error != null && !started) {
            ended = true;
            throw error;
        }
        started = true;
        sent = value;
        thrown = error;
        running = true;
        try {
            return frame.python.resume(frame, this::piece);
        } finally {
            running = false;
        }
    }

    /** Runs to the next yield and gives its value, or null at the end. */
    private Object piece() {
        try {
            executor.block(code.body);
            ended = true;
            result = frame.returned == null ? Special.NONE : frame.returned;
            return null;
        } catch (GeneratorExecutor.Suspend s) {
            return given;
        } catch (Raised r) {
            ended = true;
            if (r.is("StopIteration")) {
                throw Errors.runtime("generator raised StopIteration");
            }
            throw r;
        }
    }

    @Override public Iterator<Object> iterator() {
        return new Iteration.Steps() {
            @Override Object step() {
                return nextOrNull();
            }
        };
    }

    private Object orStop(Object next) {
        if (next == null) {
            throw new Raised(new PyException(ExceptionTypes.named("StopIteration"), result == Special.NONE ? PyTuple.EMPTY : PyTuple.of(result)));
        }
        return next;
    }

    @Override public Object attribute(String name) {
        switch (name) {
            case "__next__": return new PyBuiltin(name, a -> orStop(nextOrNull()));
            case "send": return new PyBuiltin(name, a -> {
                if (!started && a.at(0) != Special.NONE) {
                    throw Errors.type("can't send non-None value to a just-started generator");
                }
                return orStop(go(a.at(0), null));
            });
            case "throw": return new PyBuiltin(name, a -> orStop(go(Special.NONE, new Raised(Raising.exception(a.at(a.count() > 1 ? 1 : 0))))));
            case "close": return new PyBuiltin(name, a -> close());
            case "__name__": return code.name;
            default: return super.attribute(name);
        }
    }

    /** {@code next(g)} at its end carries what it returned. */
    Raised stop() {
        return new Raised(new PyException(ExceptionTypes.named("StopIteration"), result == Special.NONE ? PyTuple.EMPTY : PyTuple.of(result)));
    }

    private Object close() {
        if (!started) {
            ended = true;
        }
        if (!ended) {
            try {
                if (go(Special.NONE, Errors.raise("GeneratorExit", "")) != null) {
                    throw Errors.runtime("generator ignored GeneratorExit");
                }
            } catch (Raised r) {
                if (!r.is("GeneratorExit") && !r.is("StopIteration")) {
                    throw r;
                }
            }
        }
        return Special.NONE;
    }

    @Override public String repr() {
        return "<generator object " + code.qualifiedName + " at 0x" + String.format("%012x", System.identityHashCode(this)) + ">";
    }
}
