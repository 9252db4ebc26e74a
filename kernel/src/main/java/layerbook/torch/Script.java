package layerbook.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import layerbook.count.Network;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.python.Arguments;
import layerbook.python.Importer;
import layerbook.python.Interpreter;
import layerbook.python.PyModule;
import layerbook.python.Raised;
import layerbook.python.Refused;
import layerbook.python.StandardModules;
import layerbook.python.Traceback;
import layerbook.shape.Refusal;
import layerbook.syntax.AssignedNames;
import layerbook.syntax.Place;
import layerbook.syntax.Python;
import layerbook.syntax.SourceFile;
import layerbook.syntax.Statement;

/**
 * A Python file with the folders that it may import from. It is run as Python would run it, or only for what it defines.
 * <pre>{@code
 * Script script = Script.of(Path.of("resnet.py"), List.of());
 * script.define();
 * Model net = script.make("resnet18()");
 * }</pre>
 */
public final class Script {
    /**
     * A name of the file that a model may be made of.
     *
     * @param parameters what it takes, in brackets, as Python writes it: {@code (num_classes=1000)}
     * @param needsArguments whether {@code name()} is not enough
     */
    public record Choice(String name, Kind kind, String parameters, boolean needsArguments) {
        /** A class that derives {@code nn.Module}, or a function, which may return a model. */
        public enum Kind {
            CLASS, FUNCTION;

            /** The name in lower case. */
            public String word() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    private final Path path;
    private final SourceFile file;
    private final Interpreter python;
    private final StringBuilder printed = new StringBuilder();
    private Consumer<String> output = printed::append;

    private Script(Path path, SourceFile file, List<Path> folders) {
        this.path = path;
        this.file = file;
        var all = new ArrayList<Path>();
        Path own = path.toAbsolutePath().getParent();
        all.add(own);
        folders.forEach(f -> all.add(f.toAbsolutePath()));
        var sources = new FolderSources(all);
        Importer folder = (name, python) -> LazyPackage.find(name, python, sources);
        python = new Interpreter(((Importer) Torch::find).then(StandardModules::find).then(folder), text -> output.accept(text));
        python.sources(sources);
        PyModule main = python.main();
        main.set("__file__", path.toString());
        main.set("__package__", around(path.toAbsolutePath().normalize(), folders));
    }

    /** The package that a file stands in, seen from a folder that imports may be read from. */
    private static String around(Path file, List<Path> folders) {
        for (Path folder : folders) {
            Path root = folder.toAbsolutePath().normalize();
            if (file.startsWith(root) && !file.getParent().equals(root)) {
                return root.relativize(file.getParent()).toString().replace('/', '.').replace('\\', '.');
            }
        }
        return "";
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or is no text
     */
    public static Script of(Path path, List<Path> folders) throws IOException {
        return new Script(path, Python.read(path.toString(), Python.decode(Files.readAllBytes(path))), folders);
    }

    /** A text that imports nothing from folders. */
    public static Script ofText(String name, String text) {
        return new Script(Path.of(name), Python.read(name, text), List.of());
    }

    public Interpreter python() {
        return python;
    }

    /** What was passed over: imports that were not read, statements that need data. */
    public List<String> skipped() {
        return python.skipped();
    }

    /** Runs it as {@code python FILE} would; what it prints goes to the output. */
    public void run(Consumer<String> to) {
        output = to;
        python.main().set("__name__", "__main__");
        python.run(file);
    }

    /** A script of which no network is the only one. */
    public static final class NotOne extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NotOne(String message) {
            super(message);
        }

        public Refusal refusal() {
            return Refusal.of("runtime", getMessage());
        }
    }

    /**
     * Runs it as {@code python FILE} would, prints nothing, and gives the network of the model that it ran, the last one if
     * that model ran more than once.
     *
     * @throws NotOne if no model ran on an input, or several did
     */
    public Network network() {
        NetworkBuilder builder = NetworkBuilder.current();
        int before = builder.graph().size();
        run(text -> { });
        Set<Object> models = Run.models(builder.graph(), before);
        if (models.size() != 1) {
            throw new NotOne(path.getFileName()
                + (models.isEmpty() ? " runs no model on an input" : " runs " + models.size() + " models"));
        }
        return Network.last(builder, (Model) models.iterator().next());
    }

    /** Runs what it defines: imports, constants, functions, classes. A statement that needs what is not here is passed over and listed. */
    public void define() {
        python.main().set("__name__", "__layerbook__");
        if (!file.problems().isEmpty()) {
            python.run(file);
        }
        for (Statement s : file.body()) {
            try {
                python.execute(s, file);
            } catch (Raised | Refused e) {
                if (isNeeded(s)) {
                    throw e;
                }
                passedOver(s);
            }
        }
    }

    private static boolean isNeeded(Statement s) {
        return s instanceof Statement.ClassDef || s instanceof Statement.FunctionDef || s instanceof Statement.Import || s instanceof Statement.ImportFrom;
    }

    /** The names that a statement would have set may not be used. */
    private void passedOver(Statement s) {
        String first = file.textOf(s).lines().findFirst().orElse("");
        python.skip(path.getFileName() + ":" + s.place().line() + ": " + first);
        AssignedNames.of(s).forEach(name -> python.main().set(name, new layerbook.python.Unread(name, "line " + s.place().line() + " of " + path.getFileName() + " was passed over")));
    }

    /** Makes a module of an expression with the file's names, {@code torch}, {@code nn} and {@code partial} in scope, in eval. */
    public Model make(String expression) {
        Object made = evaluate(expression);
        if (!(made instanceof ModuleObject module)) {
            throw new Refused(Refusal.option(expression + " is no module").why("it is a " + layerbook.python.Types.of(made).name()));
        }
        python.guard(() -> module.invoke("eval", Arguments.NONE));
        return module.model();
    }

    private Object evaluate(String expression) {
        python.outerNames(this::word);
        Python.Read read = Python.expression(expression);
        if (read.problem() != null) {
            throw new Refused(Refusal.of("compile", read.problem().reason()).at(expression, "cannot be read"));
        }
        return python.evaluate(read.expression(), new SourceFile(expression, expression, List.of(), List.of()));
    }

    private Object word(String name) {
        switch (name) {
            case "torch": return python.module("torch");
            case "nn": return python.module("torch.nn");
            case "F": return python.module("torch.nn.functional");
            case "partial":
                PyModule functools = python.module("functools");
                return functools == null ? null : functools.get("partial");
            default: return null;
        }
    }

    /** The classes of the file that derive {@code nn.Module}, in order. */
    public List<String> models() {
        return Choices.of(python.main());
    }

    /** Those of them that can be made without arguments. */
    public List<String> ready() {
        return Choices.ready(python.main());
    }

    /** Its model classes, then its functions, each in order. */
    public List<Choice> choices() {
        return Choices.all(python.main());
    }

    /** Runs a model of this script on tensors; gives what forward returned, the tensors in lists and maps. */
    public Object run(Model model, List<Tensor> inputs) {
        return python.guard(() -> {
            Object returned = NetworkBuilder.current().run(model, inputs, Map.of());
            return returned instanceof PythonModel.Returned r ? Converted.structure(r.value()) : returned;
        });
    }

    /** An error of Python as a refusal: what is wrong, and in which file, line and column. */
    public static Refusal refusal(RuntimeException e) {
        Refusal refusal = e instanceof Refused r ? r.refusal()
            : e instanceof Refusal r ? r : Refusal.of("runtime", e.getMessage());
        Traceback.Entry where = where(e);
        return where == null ? refusal : refusal.detailFirst("in     " + place(where) + ", " + where.function());
    }

    /** Where an error of this script happened: the innermost place in a file, or null. */
    public static Traceback.Entry where(RuntimeException e) {
        Traceback traceback = e instanceof Raised r ? r.traceback() : e instanceof Refused r ? r.traceback() : null;
        return traceback == null ? null : traceback.innermost();
    }

    /** Line and column of an error in words: {@code net.py:12:5}. */
    public static String place(Traceback.Entry entry) {
        Place place = entry.place();
        return entry.file() + ":" + place.line() + ":" + place.column();
    }
}
