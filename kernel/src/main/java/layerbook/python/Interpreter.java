package layerbook.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import layerbook.shape.Refusal;
import layerbook.syntax.Expression;
import layerbook.syntax.SourceFile;
import layerbook.syntax.Statement;

/**
 * Runs Python: keeps the modules, counts the steps, collects what was passed over. Errors come out as {@link Raised} (an exception of
 * Python that nothing took) or {@link Refused}, each with its traceback; an interrupt of the thread ends the run with
 * {@link java.util.concurrent.CancellationException}.
 */
public final class Interpreter {
    private final Importer importer;
    private final Map<String, PyModule> modules = new LinkedHashMap<>();
    private final Builtins builtins = new Builtins(this);
    private final PyModule main = new PyModule("__main__");
    private final List<String> skipped = new ArrayList<>();
    private Consumer<String> output;
    private Function<String, Object> outer = name -> null;
    private Sources sources = Sources.NONE;
    private Frame top;
    private long steps;
    private int depth;
    private PyException handling;

    /** With modules from the importer, and what is printed given to the output in pieces. */
    public Interpreter(Importer importer, Consumer<String> output) {
        this.importer = importer;
        this.output = output;
        modules.put("__main__", main);
        modules.put("builtins", builtins);
    }

    /** Where imports of files may be read from. */
    public void sources(Sources from) {
        sources = from;
    }

    /** What a name means that Python does not know: asked behind globals and before Python's builtins; null for unknown ones. */
    public void outerNames(Function<String, Object> names) {
        outer = names;
    }

    /** Sends what is printed elsewhere. */
    public void output(Consumer<String> to) {
        output = to;
    }

    /** The module whose names top-level statements set. */
    public PyModule main() {
        return main;
    }

    /** Functions and classes that are there without an import. */
    public PyModule builtins() {
        return builtins;
    }

    /** What was passed over: imports that were not read, decorators. Without repetition, in order. */
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    public void skip(String what) {
        if (!skipped.contains(what)) {
            skipped.add(what);
        }
    }

    void print(String text) {
        output.accept(text);
    }

    /** Prints to the same place as {@code print}. */
    public void write(String text) {
        output.accept(text);
    }

    /** Runs all statements in the main module. */
    public void run(SourceFile file) {
        if (!file.problems().isEmpty()) {
            throw syntax(file);
        }
        for (Statement s : file.body()) {
            execute(s, file);
        }
    }

    private static Raised syntax(SourceFile file) {
        Raised r = Errors.raise("SyntaxError", file.problems().get(0).reason());
        r.traceback().add(new Traceback.Entry(file.name(), file.problems().get(0).place(), "<module>"));
        return r;
    }

    /** Runs one statement of the main module. An expression's value is returned; for other statements null. */
    public Object execute(Statement statement, SourceFile file) {
        Frame frame = Frame.ofModule(this, file, main.names());
        return guarded(frame, () -> {
            frame.at = statement.place();
            if (statement instanceof Statement.ExpressionStatement e) {
                step();
                return new Evaluator(frame).eval(e.value());
            }
            new Executor(frame, new Evaluator(frame)).one(statement);
            return null;
        });
    }

    /** Computes an expression with the names of the main module. */
    public Object evaluate(Expression expression, SourceFile file) {
        Frame frame = Frame.ofModule(this, file, main.names());
        return guarded(frame, () -> {
            frame.at = expression.place();
            return new Evaluator(frame).eval(expression);
        });
    }

    /** Runs something of Java's that calls functions of Python, so that its errors are told in the same way. */
    public <T> T guard(java.util.function.Supplier<T> work) {
        return guarded(null, work);
    }

    private <T> T guarded(Frame frame, java.util.function.Supplier<T> work) {
        int outside = depth;
        Frame before = top;
        if (depth == 0) {
            steps = 0;
        }
        top = frame == null ? top : frame;
        try {
            return work.get();
        } catch (Raised r) {
            note(r.traceback(), frame);
            throw r;
        } catch (Refused r) {
            note(r.traceback(), frame);
            throw r;
        } catch (Refusal r) {
            throw located(new Refused(r), frame);
        } catch (StackOverflowError e) {
            throw located(new Refused(Refusal.of("runtime", "calls are nested too deep")), frame);
        } finally {
            depth = outside;
            top = before;
        }
    }

    private static void note(Traceback traceback, Frame frame) {
        Traceback.Entry entry = frame == null ? null : frame.entry();
        if (entry != null) {
            traceback.add(entry);
        }
    }

    private static Refused located(Refused r, Frame frame) {
        note(r.traceback(), frame);
        return r;
    }

    /** Runs the body of a function. */
    Object enter(Frame frame, PyFunction.Code code) {
        step();
        if (++depth > Limits.DEPTH) {
            depth--;
            throw Errors.raise("RecursionError", "maximum recursion depth exceeded");
        }
        Frame before = top;
        top = frame;
        try {
            var evaluator = new Evaluator(frame);
            if (code.value != null) {
                frame.at = code.value.place();
                return evaluator.eval(code.value);
            }
            new Executor(frame, evaluator).block(code.body);
            return frame.returned == null ? Special.NONE : frame.returned;
        } catch (Raised r) {
            note(r.traceback(), frame);
            throw r;
        } catch (Refused r) {
            note(r.traceback(), frame);
            throw r;
        } catch (Refusal r) {
            throw located(new Refused(r), frame);
        } catch (StackOverflowError e) {
            throw Errors.raise("RecursionError", "maximum recursion depth exceeded");
        } finally {
            top = before;
            depth--;
        }
    }

    /** Runs a piece of a generator. */
    <T> T resume(Frame frame, java.util.function.Supplier<T> piece) {
        if (++depth > Limits.DEPTH) {
            depth--;
            throw Errors.raise("RecursionError", "maximum recursion depth exceeded");
        }
        Frame before = top;
        top = frame;
        try {
            return piece.get();
        } catch (Raised r) {
            note(r.traceback(), frame);
            throw r;
        } catch (Refused r) {
            note(r.traceback(), frame);
            throw r;
        } catch (Refusal r) {
            throw located(new Refused(r), frame);
        } finally {
            top = before;
            depth--;
        }
    }

    /** The frame that runs, or null. */
    Frame top() {
        return top;
    }

    /** Where the running statement stands, or null: for what Java code lists with its line. */
    public Traceback.Entry place() {
        return top == null ? null : top.entry();
    }

    /** Counts a statement, a turn of a loop or a call; ends the run where it is to be stopped. */
    void step() {
        if ((++steps & 0x3ff) == 0) {
            checkStop();
        }
    }

    private void checkStop() {
        if (Thread.interrupted()) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("stopped");
        }
        if (steps > Limits.STEPS) {
            throw new Refused(Refusal.of("runtime", "this runs too long").why("a script may take " + String.format("%,d", Limits.STEPS) + " steps"));
        }
        if ((steps & 0xfffff) == 0) {
            Memory.check();
        }
    }

    PyException handling() {
        return handling;
    }

    void handling(PyException error) {
        handling = error;
    }

    /** A name that is no global: of the session, then Python's own; raises NameError. */
    Object outside(String name) {
        Object found = outer.apply(name);
        found = found != null ? found : builtins.get(name);
        if (found == null) {
            throw Errors.name(name);
        }
        return found;
    }

    /** The module, imported if it has to be, or null where nobody knows it. */
    public PyModule module(String name) {
        PyModule known = modules.get(name);
        if (known != null) {
            return known;
        }
        PyModule found = importer.find(name, this);
        if (found == null) {
            SourceFile file = sources.find(name);
            return file == null ? null : load(name, file);
        }
        modules.put(name, found);
        return found;
    }

    PyModule load(String name, SourceFile file) {
        if (!file.problems().isEmpty()) {
            throw syntax(file);
        }
        var module = new PyModule(name);
        module.set("__file__", file.name());
        boolean folder = file.name().endsWith("__init__.py");
        module.set("__package__", folder ? name : name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "");
        if (folder) {
            module.set("__path__", PyList.of(name));
        }
        modules.put(name, module);
        Frame frame = Frame.ofModule(this, file, module.names());
        try {
            guarded(frame, () -> new Executor(frame, new Evaluator(frame)).block(file.body()));
        } catch (RuntimeException e) {
            modules.remove(name);
            throw e;
        }
        return module;
    }
}
