package layerbook.session.words;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import layerbook.count.Network;
import layerbook.io.NearestWord;
import layerbook.load.file.Loaded;
import layerbook.net.Graph;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.python.Raised;
import layerbook.python.Refused;
import layerbook.shape.Refusal;
import layerbook.table.Grid;
import layerbook.table.Tabular;
import layerbook.torch.Script;

/**
 * A file of PyTorch source: its names, and the models that can be made of them. Reading it runs what it defines
 * (imports, constants, functions, classes) and adds nothing to the network of the session. Modules are imported from the
 * folder of the file.
 * <pre>{@code
 * Loaded file = PythonSource.read(Path.of("resnet.py"));
 * file.names();                                    // ResNet, resnet18, ..
 * Model net = file.make("resnet18(num_classes=10)");
 * }</pre>
 */
final class PythonSource implements Loaded, Tabular {
    /** So many functions are tried for a call that makes a model. */
    private static final int MOST_TRIED = 8;
    private static final int MOST_NAMED = 12;

    private final Path path;
    private final Script script;
    private Network network;
    private List<String> skipped;

    private PythonSource(Path path, Script script) {
        this.path = path;
        this.script = script;
        this.skipped = script.skipped();
    }

    /**
     * Reads a file.
     *
     * @throws Refusal if it is no text, or a class, function or import of it cannot be read, with the line
     */
    static Loaded read(Path path) {
        Script script = script(path);
        quietly(() -> {
            script.define();
            return null;
        });
        return new PythonSource(path, script);
    }

    private static Script script(Path path) {
        try {
            return Script.of(path, List.of());
        } catch (IOException e) {
            throw Refusal.of("runtime", path.getFileName() + " is no text in UTF-8, nor in the encoding that it names")
                .fix("load(\"model.py\")");
        }
    }

    /** Errors of Python come out as refusals; calls that were added to the network meanwhile are taken back. */
    private static <T> T quietly(Supplier<T> work) {
        NetworkBuilder builder = NetworkBuilder.current();
        Graph before = builder.graph();
        try {
            return work.get();
        } catch (Raised | Refused e) {
            throw Script.refusal(e);
        } finally {
            builder.go(before);
        }
    }

    @Override public Path path() {
        return path;
    }

    @Override public String kind() {
        return "PyTorch source";
    }

    @Override public Content content() {
        return Content.SOURCE;
    }

    @Override public List<String> names() {
        return script.choices().stream().map(Script.Choice::name).toList();
    }

    @Override public synchronized List<String> notes() {
        return skipped.isEmpty() ? List.of() : List.of("passed over: " + String.join(", ", skipped));
    }

    // ---- a model

    @Override public synchronized Model make(String text) {
        try {
            return quietly(() -> script.make(text));
        } catch (Refusal e) {
            String name = text.replaceFirst("(?s)\\W.*", "");
            throw e.getMessage().contains("name '" + name + "' is not defined") ? unknown(name, e) : e;
        }
    }

    private Refusal unknown(String name, Refusal refusal) {
        String near = NearestWord.nearest(name, names());
        String call = near != null && ready().contains(near) ? near + "()" : call();
        Refusal listed = names().isEmpty() ? refusal : refusal.why(offers());
        return call == null ? listed : listed.fix(loading() + ".make(\"" + call + "\")");
    }

    private List<String> ready() {
        return script.choices().stream().filter(c -> !c.needsArguments()).map(Script.Choice::name).toList();
    }

    /** A call that makes a model: one that was tried. Null if none without arguments does. */
    private String call() {
        return ready().stream().limit(MOST_TRIED).map(name -> name + "()").filter(this::makes).findFirst().orElse(null);
    }

    private boolean makes(String call) {
        try {
            quietly(() -> script.make(call));
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private String offers() {
        List<Script.Choice> all = script.choices();
        String first = all.stream().limit(MOST_NAMED).map(c -> c.name() + c.parameters()).collect(Collectors.joining(", "));
        return "it has " + first + (all.size() > MOST_NAMED ? ", and " + (all.size() - MOST_NAMED) + " more" : "");
    }

    private String loading() {
        return "load(\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }

    // ---- a network

    /**
     * The network that the file itself runs, as {@code python FILE} would.
     *
     * @throws Refusal if it runs none, or several models; says what can be made, and the call
     */
    @Override public synchronized Network network() {
        NetworkBuilder builder = NetworkBuilder.current();
        if (network == null || network.book() != builder) {
            network = run(builder);
        }
        return network;
    }

    private Network run(NetworkBuilder builder) {
        Graph before = builder.graph();
        Script fresh = script(path);
        try {
            Network ran = fresh.network();
            skipped = fresh.skipped();
            return ran;
        } catch (Script.NotOne e) {
            builder.go(before);
            throw ambiguous(e.refusal());
        } catch (Raised | Refused | Refusal e) {
            builder.go(before);
            throw Script.refusal(e);
        }
    }

    private Refusal ambiguous(Refusal refusal) {
        String call = call();
        Refusal listed = refusal.why(names().isEmpty() ? "it defines no class that derives nn.Module" : offers());
        return call == null ? listed : listed.fix("trace(" + loading() + ".make(\"" + call + "\"), 3, 224, 224)");
    }

    // ---- as a table

    @Override public Grid grid() {
        List<Script.Choice> all = script.choices();
        var columns = List.of(new Grid.Column("name", false, 0, all.stream().map(Script.Choice::name).toList()),
            new Grid.Column("kind", false, 1, all.stream().map(c -> c.kind().word()).toList()),
            new Grid.Column("parameters", false, 0, 20, all.stream().map(Script.Choice::parameters).toList()));
        var notes = new ArrayList<String>();
        notes.add(toString());
        String call = call();
        if (call != null) {
            notes.add("a model of it: " + loading() + ".make(\"" + call + "\")");
        }
        notes.addAll(notes());
        return new Grid(String.valueOf(path.getFileName()), columns, Collections.nCopies(all.size(), ""), notes);
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid().text(width, unicode, colour);
    }

    @Override public String html() {
        return grid().html();
    }

    @Override public String toString() {
        long classes = script.choices().stream().filter(c -> c.kind() == Script.Choice.Kind.CLASS).count();
        long functions = names().size() - classes;
        return path.getFileName() + ", PyTorch source: "
            + classes + (classes == 1 ? " model class, " : " model classes, ")
            + functions + (functions == 1 ? " function" : " functions");
    }
}
