package layerbook.repl;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import layerbook.count.Conventions;
import layerbook.count.Network;
import layerbook.formula.Expr;
import layerbook.net.Graph;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.notebook.SummaryJson;
import layerbook.python.Raised;
import layerbook.python.Refused;
import layerbook.session.output.Problem;
import layerbook.session.output.View;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import layerbook.table.EchoTable;
import layerbook.table.Grid;
import layerbook.torch.Script;

/**
 * {@code layerbook summary FILE.py} and {@code layerbook FILE.py}: PyTorch source, read as it stands. Neither JShell nor Tablesaw is started.
 * Exit 0; 1 with an error in the frame; 2 for a file that cannot be read.
 */
final class PythonFile {
    /** Calls inside calls of Python want room. */
    private static final long STACK = 512L << 20;

    private final PythonArguments arguments;
    private final PrintStream out = Surroundings.out();

    private PythonFile(PythonArguments arguments) {
        this.arguments = arguments;
    }

    /** Runs on a thread with a deep stack. */
    static int deep(Supplier<Integer> work) {
        var task = new FutureTask<>(work::get);
        var thread = new Thread(null, task, "python", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            return 130;
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException error ? error : new IllegalStateException(e.getCause());
        }
    }

    // ---- summary

    static int summary(PythonArguments arguments) {
        return deep(() -> new PythonFile(arguments).summary());
    }

    private int summary() {
        return new NetworkBuilder().within(() -> {
            try {
                shown(traced());
                return 0;
            } catch (Unread e) {
                return failed(e.refusal, null, CommandLine.WRONG);
            } catch (Raised | Refused | Refusal e) {
                return failed(e);
            }
        });
    }

    private void shown(Traced traced) {
        out.println(arguments.json() ? SummaryJson.of(arguments.file().toString(), traced.network(), traced.skipped())
            : table(traced.network(), traced.skipped()));
        if (!arguments.json() && arguments.device() != null) {
            View view = Surroundings.plainView();
            out.println(new HardwareLines(arguments.device(), arguments.context()).below(traced.network(), view));
        }
        out.flush();
    }

    // ---- the network

    /** A network of a script, and what was passed over. */
    record Traced(Network network, List<String> skipped) {}

    /** There is no such file. */
    private static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Unread(Refusal refusal) {
            super(refusal.getMessage());
            this.refusal = refusal;
        }
    }

    /**
     * The network of a file in the current builder, for a row among other files. To be called on a thread with a deep stack.
     *
     * @throws Refusal if a network cannot be made, with file, line and column
     */
    static Traced traced(PythonArguments arguments) {
        try {
            return new PythonFile(arguments).traced();
        } catch (Raised | Refused e) {
            throw Script.refusal(e);
        } catch (Unread e) {
            throw e.refusal;
        }
    }

    private Traced traced() {
        Refusal unread = unread();
        if (unread != null) {
            throw new Unread(unread);
        }
        if (arguments.make() == null && arguments.batched().isEmpty()) {
            return ofItself();
        }
        Graph before = NetworkBuilder.current().graph();
        try {
            return traced(arguments.batched());
        } catch (Raised | Refused | Refusal e) {
            // a letter for the batch is not borne everywhere: then one example is counted
            if (!arguments.isBatched() || !arguments.shapes().isEmpty()) {
                throw e;
            }
            NetworkBuilder.current().go(before);
            return single(e);
        }
    }

    private Traced single(RuntimeException first) {
        try {
            return traced(arguments.single());
        } catch (Raised | Refused | Refusal e) {
            throw first instanceof Raised ? e : first;
        }
    }

    private Refusal unread() {
        Path file = arguments.file();
        return Files.isRegularFile(file) && Files.isReadable(file) ? null : Refusal.of("command", "there is no file " + file);
    }

    /** Nothing is said of an input: then the network is that of the one model that the script itself runs. */
    private Traced ofItself() {
        NetworkBuilder builder = NetworkBuilder.current();
        Graph before = builder.graph();
        Script script = script();
        try {
            return new Traced(script.network(), script.skipped());
        } catch (Script.NotOne | Raised | Refused | Refusal e) {
            builder.go(before);
            return traced(List.of()); // which says what is missing
        }
    }

    private Traced traced(List<TensorType> inputs) {
        NetworkBuilder builder = NetworkBuilder.current();
        Script script = script();
        script.define();
        Model model = script.make(arguments.make() != null ? arguments.make() : only(script));
        var tensors = new ArrayList<Tensor>();
        inputs.forEach(type -> tensors.add(builder.tensor(type)));
        if (tensors.isEmpty()) {
            throw Refusal.of("command", "what goes in is not said").fix(arguments.command() + " --input 3,224,224")
                .why("sizes, work and outputs follow from an input");
        }
        script.run(model, tensors);
        return new Traced(Network.last(builder, model), script.skipped());
    }

    private Script script() {
        try {
            return Script.of(arguments.file(), arguments.folders());
        } catch (IOException e) {
            throw Refusal.of("command", arguments.file() + " is no text in UTF-8, nor in the encoding that it names");
        }
    }

    /** The only model class that can be made without arguments. */
    private String only(Script script) {
        List<String> models = script.models();
        List<String> ready = script.ready();
        if (ready.size() == 1) {
            return ready.get(0) + "()";
        }
        String example = models.isEmpty() ? "Net()" : models.get(models.size() - 1) + "(..)";
        Refusal refusal = Refusal.of("command", ready.isEmpty() ? "no class of the file can be made without arguments" : "the file has several models");
        if (!models.isEmpty()) {
            refusal = refusal.why("it has " + String.join(", ", models));
        }
        throw refusal.fix(arguments.command() + " --make \"" + example + "\"");
    }

    private String table(Network network, List<String> skipped) {
        View view = Surroundings.plainView();
        Grid rows = EchoTable.of(network.graph(), network.number(), network.graph().size(), arguments.convention(), true);
        var notes = new ArrayList<>(rows.notes());
        notes.add(layerbook.table.Figures.text(network.paramsFormula()) + " params, " + layerbook.table.Figures.text(network.flopsFormula(Conventions.MACS)) + " multiply-adds");
        if (!skipped.isEmpty()) {
            notes.add("passed over: " + String.join(", ", skipped));
        }
        return new Grid(rows.name(), rows.columns(), rows.marks(), notes).text(view.width(), view.unicode(), view.colour());
    }

    // ---- errors

    private int failed(RuntimeException e) {
        Refusal refusal = e instanceof Refused r ? r.refusal() : e instanceof Refusal r ? r : Refusal.of("runtime", e.getMessage());
        return failed(refusal, Script.where(e), 1);
    }

    private int failed(Refusal refusal, layerbook.python.Traceback.Entry where, int code) {
        if (arguments.json()) {
            String file = where == null ? arguments.file().toString() : where.file();
            out.println(SummaryJson.error(arguments.file().toString(), refusal, file, where == null ? 1 : where.place().line(), where == null ? 1 : where.place().column()));
        } else {
            out.println(problem(refusal, where).plain(Surroundings.plainView()));
        }
        out.flush();
        return code;
    }

    private static Problem problem(Refusal refusal, layerbook.python.Traceback.Entry where) {
        var details = new ArrayList<String>();
        if (where != null) {
            details.add("in     " + where.file() + ":" + where.place().line() + ":" + where.place().column() + ", " + where.function());
        }
        details.addAll(refusal.details());
        String line = where == null ? "" : line(where);
        int start = line.isEmpty() ? -1 : Math.min(line.length() - 1, where.place().column() - 1 - (lineLength(where) - line.length()));
        return new Problem(refusal.kind(), refusal.getMessage(), line, Math.max(-1, start), line.length(), refusal.mark() == null ? "" : refusal.mark(), details,
            refusal.suggestion(), null, where == null ? 1 : where.place().line(), where == null ? 1 : where.place().column(), refusal);
    }

    /** The line of the file without its indentation. */
    private static String line(layerbook.python.Traceback.Entry where) {
        return whole(where).stripLeading();
    }

    private static int lineLength(layerbook.python.Traceback.Entry where) {
        return whole(where).length();
    }

    private static String whole(layerbook.python.Traceback.Entry where) {
        try {
            List<String> lines = layerbook.syntax.Python.decode(Files.readAllBytes(Path.of(where.file()))).lines().toList();
            return where.place().line() <= lines.size() ? lines.get(where.place().line() - 1) : "";
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return "";
        }
    }

    // ---- run

    /** Runs the file as Python would; behind what it prints stands the table of the network, unless only that is wanted. */
    static int run(PythonArguments arguments) {
        return deep(() -> new PythonFile(arguments).run());
    }

    private int run() {
        Refusal unread = unread();
        if (unread != null) {
            return failed(unread, null, CommandLine.WRONG);
        }
        var book = new NetworkBuilder();
        return book.within(() -> {
            Script script = script();
            int code = 0;
            try {
                script.run(out::print);
            } catch (Raised | Refused | Refusal e) {
                out.flush();
                code = failed(e);
            }
            if (!arguments.plain() && !book.graph().isEmpty()) {
                out.println(table(Network.last(book, null), script.skipped()));
            }
            out.flush();
            return code;
        });
    }

    /** A shape as it is typed: {@code 1,3,224,224} or {@code 1,16:int64}; a letter is a symbol. Null if it is none. */
    static TensorType type(String text, boolean batch) {
        int colon = text.indexOf(':');
        var sizes = new ArrayList<Expr>(batch ? List.of(Expr.symbol("N")) : List.of());
        for (String part : (colon < 0 ? text : text.substring(0, colon)).split("[,x]")) {
            String size = part.strip();
            if (size.matches("\\d{1,18}")) {
                sizes.add(Expr.of(Long.parseLong(size)));
            } else if (size.matches("[A-Za-z]\\w*")) {
                sizes.add(Expr.symbol(size));
            } else if (!size.isEmpty()) {
                return null;
            }
        }
        DType dtype = DType.FLOAT32;
        if (colon >= 0) {
            String name = text.substring(colon + 1).strip();
            dtype = java.util.Arrays.stream(DType.values()).filter(d -> d.torchName().equals(name)).findFirst().orElse(null);
        }
        return dtype == null ? null : new TensorType(new Shape(sizes), dtype);
    }
}
