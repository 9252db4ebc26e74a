package layerbook.session.python;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.python.Attributes;
import layerbook.python.Interpreter;
import layerbook.python.PyModule;
import layerbook.python.PyObject;
import layerbook.python.PyType;
import layerbook.python.Special;
import layerbook.python.Texts;
import layerbook.session.output.Completeness;
import layerbook.session.output.Output;
import layerbook.syntax.Python;
import layerbook.syntax.SourceFile;
import layerbook.syntax.Statement;
import layerbook.torch.Crossing;
import layerbook.torch.Torch;

/**
 * The Python of a session: one interpreter, and the names that it shares with Java. What Python assigns at top level becomes a variable of Java;
 * what Java assigned last is what Python reads.
 */
public final class PythonSession {
    /** Where variables of Java live. */
    public interface JavaNames {
        /** Whether the user declared it: a variable, a method or a type. */
        boolean isDeclared(String name);

        /** Whether it is a word of Layerbook or a class of Java's own. */
        boolean isWord(String name);

        boolean hasVariable(String name);

        Object valueOf(String variable);

        /** Gives a variable a value, and the type if it is new or of another type. */
        void assign(String variable, Class<?> type, Object value);
    }

    private static final Map<String, String> WORDS = Map.of("torch", "torch", "nn", "torch.nn", "F", "torch.nn.functional", "np", "numpy", "math", "math", "init", "torch.nn.init");

    /** Functions of Python's shell that Layerbook has as words of its own. */
    private static final Set<String> SHELL = Set.of("input", "exit", "quit", "help");

    private final JavaNames java;
    private final Language.Names names = new SessionNames();
    /** What Java holds of each name that Python assigned last. */
    private final Map<String, Object> crossed = new HashMap<>();
    private final Set<String> own = new HashSet<>();
    private final List<Path> folders;
    private Interpreter python;

    /** @param folders where modules are imported from: the folder of a file that is run; none for what is typed or pasted */
    public PythonSession(JavaNames java, List<Path> folders) {
        this.java = java;
        this.folders = folders;
    }

    private Interpreter python() {
        if (python == null) {
            python = Torch.interpreter(System.out::print, folders);
            python.outerNames(this::outside);
        }
        return python;
    }

    /** Whether the text is to be run as Python. */
    public boolean isPython(String text) {
        forgetStale();
        String code = PastedText.clean(text);
        if (own.isEmpty() && !Language.mayBePython(text)) {
            return false;
        }
        return Language.isPython(LostIndentation.isLost(code) ? LostIndentation.mend(code).text() : code, names);
    }

    /** Whether a text of Python is whole. */
    public Completeness completeness(String text) {
        return BlockCompleteness.of(PastedText.clean(text));
    }

    /** Whether a line behind a text of Python belongs to it. */
    public boolean continues(String text, String line) {
        return BlockCompleteness.continues(PastedText.hasPrompt(text) ? text : PastedText.clean(text), line);
    }

    /** The text as it is run, and what is to be said about it. */
    public record Prepared(SourceFile file, List<String> said) { }

    /** Reads a text: prompts are dropped, and indentation that was lost is put back and shown. */
    public Prepared read(String text) {
        String code = PastedText.clean(text);
        var said = new ArrayList<String>();
        if (LostIndentation.isLost(code)) {
            LostIndentation.Mended mended = LostIndentation.mend(code);
            code = mended.text();
            said.add("The indentation of this text was lost; it is read as (│ marks lines that were moved):\n" + marked(mended));
        }
        return new Prepared(Python.read("input", code), said);
    }

    private static String marked(LostIndentation.Mended mended) {
        String[] lines = mended.text().stripTrailing().split("\n");
        var b = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            b.append(mended.lines().contains(i + 1) ? "  │ " : "    ").append(lines[i]).append('\n');
        }
        return b.toString().stripTrailing();
    }

    /** Runs one statement and gives what is to be shown of it. */
    public List<Output> run(Statement statement, SourceFile file, Caller caller) throws Throwable {
        takeFromJava();
        Map<String, Object> before = globals();
        List<Output> shown = caller.call(() -> shown(python().execute(statement, file)));
        var all = new ArrayList<>(shown);
        all.addAll(giveToJava(before, caller));
        return all;
    }

    /** How user code is called: on a thread that can be stopped. */
    public interface Caller {
        <T> T call(Callable<T> task) throws Throwable;
    }

    private static List<Output> shown(Object value) {
        return value == null || value == Special.NONE ? List.of() : List.of(new Output.Value("", Texts.repr(value), Crossing.toJava(value)));
    }

    private Map<String, Object> globals() {
        var all = new HashMap<String, Object>();
        var dict = python().main().names();
        dict.keys().forEach(k -> all.put((String) k, dict.get(k)));
        return all;
    }

    /** A variable of Java, or a word that is there without an import; null for other names. */
    private Object outside(String name) {
        if (java.hasVariable(name)) {
            Object found = Crossing.toPython(java.valueOf(name));
            if (found != null) {
                return found;
            }
        }
        String module = WORDS.get(name);
        return module == null ? null : python.module(module);
    }

    /** Names that Java has assigned since, or that were undone, have Java's value. */
    private void takeFromJava() {
        for (String name : List.copyOf(crossed.keySet())) {
            Object now = java.valueOf(name);
            if (!same(now, crossed.get(name))) {
                Object value = Crossing.toPython(now);
                crossed.put(name, now);
                if (value == null) {
                    python().main().names().removeKey(name);
                } else {
                    python().main().set(name, value);
                }
            }
        }
    }

    private void forgetStale() {
        own.removeIf(name -> crossed.containsKey(name) && !same(java.valueOf(name), crossed.get(name)));
    }

    private static boolean same(Object a, Object b) {
        return a == b || a != null && (a instanceof Number || a instanceof String || a instanceof Boolean) && a.equals(b);
    }

    private List<Output> giveToJava(Map<String, Object> before, Caller caller) throws Throwable {
        var shown = new ArrayList<Output>();
        for (Map.Entry<String, Object> e : globals().entrySet()) {
            String name = e.getKey();
            boolean open = own.contains(name) && !crossed.containsKey(name);
            if (name.startsWith("__") || before.get(name) == e.getValue() && !open) {
                continue;
            }
            own.add(name);
            Object value = caller.call(() -> Crossing.toJava(e.getValue()));
            if (value == null) {
                crossed.remove(name);
                continue;
            }
            if (javax.lang.model.SourceVersion.isName(name)) {
                java.assign(name, type(value), value);
                crossed.put(name, value);
            }
            if (Crossing.isModule(e.getValue()) && before.get(name) != e.getValue()) {
                shown.add(module(name, e.getValue(), caller));
            }
        }
        own.retainAll(globals().keySet());
        return shown;
    }

    private Output module(String name, Object module, Caller caller) throws Throwable {
        return caller.call(() -> {
            String first = Texts.repr(module).lines().findFirst().orElse("");
            String line = first.endsWith("(") ? first + "..)" : first;
            return new Output.Value(name, String.format(Locale.ROOT, "%s  %,d params", line, (Long) Crossing.parameters(module)), null);
        });
    }

    private static Class<?> type(Object value) {
        return value instanceof Integer ? int.class : value instanceof Long ? long.class : value instanceof Double ? double.class : value instanceof Boolean ? boolean.class
            : value instanceof Model ? Model.class : value instanceof Tensor ? Tensor.class : value instanceof List ? List.class : value.getClass();
    }

    /**
     * A name behind a dot.
     *
     * @param kind {@code module}, {@code class}, {@code function} or {@code value}
     */
    public record Member(String name, String kind) {}

    /**
     * What begins so behind a dotted name such as {@code torch.nn}, for completion: of PyTorch's modules and of what only
     * Python knows. Empty where the first name is Java's.
     */
    public List<Member> members(String dotted, String begun) {
        String[] names = dotted.split("\\.");
        boolean python = own.contains(names[0]) ? !java.hasVariable(names[0]) : WORDS.containsKey(names[0]) && !java.isDeclared(names[0]);
        Object found = python ? first(names[0]) : null;
        for (int i = 1; found != null && i < names.length; i++) {
            found = Attributes.orNull(found, names[i]);
        }
        var all = new ArrayList<Member>();
        if (found instanceof PyObject o) {
            String start = begun.toLowerCase(Locale.ROOT);
            for (String name : o.attributeNames()) {
                if (!name.startsWith("_") && name.toLowerCase(Locale.ROOT).startsWith(start)) {
                    all.add(new Member(name, kind(Attributes.orNull(o, name))));
                }
            }
        }
        all.sort(Comparator.comparing(Member::name));
        return all;
    }

    private static String kind(Object value) {
        return value instanceof PyModule ? "module" : value instanceof PyType ? "class" : value instanceof PyObject o && o.callable() ? "function" : "value";
    }

    private Object first(String name) {
        Object own = python().main().names().named(name);
        return own != null ? own : outside(name);
    }

    private final class SessionNames implements Language.Names {
        @Override public boolean isJava(String name) {
            return !own.contains(name) && java.isDeclared(name);
        }

        @Override public boolean isWord(String name) {
            return !own.contains(name) && (java.isWord(name) || java.isDeclared(name));
        }

        @Override public boolean isPython(String name) {
            return own.contains(name);
        }

        @Override public boolean isBuiltin(String name) {
            return !SHELL.contains(name) && python().builtins().get(name) != null;
        }
    }
}
