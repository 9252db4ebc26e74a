package layerbook.repl;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Network;
import layerbook.io.BadFile;
import layerbook.io.TextFile;
import layerbook.load.Load;
import layerbook.load.file.Loaded;
import layerbook.load.file.StoredTensor;
import layerbook.net.NetworkBuilder;
import layerbook.notebook.NotebookFile;
import layerbook.notebook.SummaryJson;
import layerbook.session.output.Problem;
import layerbook.session.output.View;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;
import layerbook.table.Figures;
import layerbook.table.Grid;
import layerbook.table.Units;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code layerbook summary FILE...}: what a file holds, as a table or as JSON; several files, of whatever kinds, are a row
 * each. JShell is started for notebooks alone.
 * Exit 0; 1 if a network cannot be made of a file, 2 if a file cannot be read.
 */
@Command(name = "summary", header = "Says what a file holds: parameters, shapes, work. Several files are a row each.",
    footer = {"", "Exit code: 0, or 1 if a network cannot be made of a file, or 2 if a file cannot be read."})
final class Summary implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files: .safetensors and its index, .gguf, .pt, .pth, "
        + ".bin, .onnx, config.json, PyTorch source (.py), notebooks (.jsh, .ipynb: the network at their end).")
    private List<String> files = new ArrayList<>();
    @Option(names = "--json", description = "Prints one JSON object a line, one for each file.")
    private boolean json;
    @Option(names = "--make", paramLabel = "CALL", description = "What makes the model of a .py: \"resnet18(num_classes=10)\".")
    private String make;
    @Option(names = "--input", paramLabel = "SIZES",
        description = "An input of a .py without the batch: 3,224,224 or 16:int64; once for each input.")
    private List<String> inputs = new ArrayList<>();
    @Option(names = "--shape", paramLabel = "SIZES", description = "The same with the batch: 1,3,224,224.")
    private List<String> shapes = new ArrayList<>();
    @Option(names = "--path", paramLabel = "FOLDER", description = "Where a .py may import from, besides its own folder.")
    private List<Path> folders = new ArrayList<>();
    @Option(names = "--convention", paramLabel = "NAME", description = "In whose numbers the table of a .py speaks (FLOPS).")
    private String convention = Conventions.FLOPS.name();
    @Option(names = "--device", paramLabel = "NAME",
        description = "Says of one network whether it fits on this device, in float16, and how fast it is at most: \"RTX 4090\".")
    private String device;
    @Option(names = "--context", paramLabel = "N", description = "With --device: on how many positions of a text.")
    private Long context;
    @Spec
    private CommandSpec spec;

    private int code;

    /** The usual way, which needs no option parser: files and {@code --json} alone. Null for anything else. */
    static Summary plain(List<String> arguments) {
        var summary = new Summary();
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                summary.json = true;
            } else if (argument.startsWith("-")) {
                return null;
            } else {
                summary.files.add(argument);
            }
        }
        return summary.files.isEmpty() ? null : summary;
    }

    @Override public Integer call() {
        if (files.size() > 1 && (device != null || context != null) || context != null && device == null) {
            throw misunderstood(device == null ? "--context wants --device NAME" : "--device wants one file");
        }
        if (files.size() == 1 && isPython(files.get(0))) {
            return PythonFile.summary(arguments(files.get(0)));
        }
        return files.stream().anyMatch(Summary::isPython) ? PythonFile.deep(this::said) : said();
    }

    private int said() {
        PrintStream out = Surroundings.out();
        View view = Surroundings.plainView();
        if (json) {
            files.forEach(file -> out.println(json(file)));
        } else if (files.size() == 1) {
            out.println(text(files.get(0), view));
        } else {
            out.println(table().text(view.width(), view.unicode(), view.colour()));
        }
        out.flush();
        return code;
    }

    // ---- PyTorch source

    private static boolean isPython(String file) {
        return file.endsWith(".py");
    }

    private PythonArguments arguments(String file) {
        Convention named = Conventions.find(convention)
            .orElseThrow(() -> misunderstood("--convention wants a name such as THOP; not " + convention));
        return new PythonArguments(Path.of(file), make, types(inputs, "--input"), types(shapes, "--shape"), folders, named, json,
            false, device, context);
    }

    private List<TensorType> types(List<String> texts, String option) {
        var types = new ArrayList<TensorType>();
        for (String text : texts) {
            TensorType type = PythonFile.type(text, option.equals("--input"));
            if (type == null) {
                throw misunderstood(option + " wants sizes such as 3,224,224 or 16:int64; not " + text);
            }
            types.add(type);
        }
        return types;
    }

    private RuntimeException misunderstood(String message) {
        return spec == null ? Refusal.of("command", message) : new ParameterException(spec.commandLine(), message);
    }

    // ---- one file

    private Loaded read(String file) {
        try {
            return NotebookFile.isNotebook(file) ? NotebookFile.read(Path.of(file)) : Load.file(file, List.of(Path.of("")));
        } catch (Refusal refusal) {
            code = CommandLine.WRONG;
            throw refusal;
        } catch (IOException e) {
            code = CommandLine.WRONG;
            throw Refusal.of("runtime", e instanceof BadFile ? e.getMessage() : TextFile.failed(Path.of(file), e).getMessage());
        }
    }

    private Refusal failed(Refusal refusal) {
        code = Math.max(code, 1);
        return refusal;
    }

    /** The network of a script; a script that is not there cannot be read. */
    private PythonFile.Traced traced(String file) {
        if (!Files.isReadable(Path.of(file))) {
            code = CommandLine.WRONG;
        }
        return PythonFile.traced(arguments(file));
    }

    /** Each file has a graph of its own. */
    private String json(String file) {
        return new NetworkBuilder().within(() -> {
            try {
                if (isPython(file)) {
                    PythonFile.Traced traced = traced(file);
                    return SummaryJson.of(file, traced.network(), traced.skipped());
                }
                return SummaryJson.of(file, read(file));
            } catch (Refusal refusal) {
                return SummaryJson.error(file, failed(refusal));
            }
        });
    }

    private String text(String file, View view) {
        return new NetworkBuilder().within(() -> {
            try {
                Loaded loaded = read(file);
                String below = device == null ? "" : new HardwareLines(device, context).below(loaded.network(), view);
                return loaded.text(view.width(), view.unicode(), view.colour()) + (below.isEmpty() ? "" : "\n" + below);
            } catch (Refusal refusal) {
                return problem(failed(refusal)).plain(view);
            }
        });
    }

    private static Problem problem(Refusal refusal) {
        return new Problem(refusal.kind(), refusal.getMessage(), "", -1, -1, "", refusal.details(), refusal.suggestion(), null,
            1, 1, refusal);
    }

    // ---- several files

    private record Row(String file, String kind, String tensors, String numbers, String bytes, String macs) {}

    private Grid table() {
        var notes = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        String folder = folder();
        files.forEach(file -> rows.add(new NetworkBuilder().within(() -> row(file, file.substring(folder.length()), notes))));
        var columns = List.of(column("file", false, 0, 24, rows.stream().map(Row::file).toList()), column("kind", false, 2, 10, rows.stream().map(Row::kind).toList()),
            column("tensors", true, 4, 0, rows.stream().map(Row::tensors).toList()), column("numbers", true, 0, 0, rows.stream().map(Row::numbers).toList()),
            column("bytes", true, 3, 0, rows.stream().map(Row::bytes).toList()), column("MACs", true, 1, 0, rows.stream().map(Row::macs).toList()));
        notes.add("numbers: parameters of a network, all that is stored of a checkpoint; MACs: for one example");
        if (!folder.isEmpty()) {
            notes.add("all in " + folder);
        }
        return new Grid("files", columns, Collections.nCopies(rows.size(), ""), notes);
    }

    /** The folder that all files lie in, with its last slash: a row need not repeat it. */
    private String folder() {
        String common = files.get(0).substring(0, files.get(0).lastIndexOf('/') + 1);
        while (!common.isEmpty()) {
            String prefix = common;
            if (files.stream().allMatch(f -> f.startsWith(prefix))) {
                break;
            }
            common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
        }
        return common;
    }

    private static Grid.Column column(String head, boolean right, int priority, int least, List<String> cells) {
        return new Grid.Column(head, right, priority, least, cells);
    }

    private static Row row(String shown, String kind, Network network) {
        String macs = Figures.text(network.flopsFormula(Conventions.MACS));
        return new Row(shown, kind, "", Figures.text(network.paramsFormula()), "", macs);
    }

    private Row row(String file, String shown, List<String> notes) {
        try {
            if (isPython(file)) {
                return row(shown, "PyTorch source", traced(file).network());
            }
            Loaded loaded = read(file);
            if (loaded.content() != Loaded.Content.TENSORS) {
                return row(shown, loaded.kind(), loaded.network());
            }
            List<StoredTensor> all = loaded.tensors();
            BigInteger numbers = all.stream().map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger bytes = all.stream().map(StoredTensor::bytes).reduce(BigInteger.ZERO, BigInteger::add);
            return new Row(shown, loaded.kind(), String.valueOf(all.size()), String.format(Locale.ROOT, "%,d", numbers), Units.bytes(bytes), "");
        } catch (Refusal refusal) {
            String next = isPython(file) && refusal.suggestion() != null ? "; try  " + refusal.suggestion() : "";
            notes.add("✗ " + (isPython(file) ? shown + ": " : "") + failed(refusal).getMessage() + next);
            return new Row(shown, "✗ not read", "?", "?", "?", "?");
        }
    }
}
