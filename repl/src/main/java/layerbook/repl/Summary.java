package layerbook.repl;

import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import layerbook.count.Conventions;
import layerbook.count.Network;
import layerbook.load.Load;
import layerbook.load.file.Loaded;
import layerbook.load.file.StoredTensor;
import layerbook.net.NetworkBuilder;
import layerbook.notebook.SummaryJson;
import layerbook.session.output.Problem;
import layerbook.session.output.View;
import layerbook.shape.Refusal;
import layerbook.table.Figures;
import layerbook.table.Grid;
import layerbook.table.Units;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code layerbook summary FILE...}: what a file holds, as a table or as JSON; several files are a row each. JShell is not started.
 * Exit 0; 1 if a network cannot be made of a file, 2 if a file cannot be read.
 */
@Command(name = "summary", header = "Says what a file holds: parameters, shapes, work. Several files are a row each.",
    footer = {"", "Exit code: 0, or 1 if a network cannot be made of a file, or 2 if a file cannot be read."})
final class Summary implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files: .safetensors and its index, .gguf, .pt, .pth, .bin, .onnx, config.json.")
    private List<String> files = new ArrayList<>();
    @Option(names = "--json", description = "Prints one JSON object a line, one for each file.")
    private boolean json;

    private int code;

    /** The usual way, which needs no option parser: files and {@code --json} alone. Null for anything else. */
    static Summary plain(List<String> arguments) {
        var summary = new Summary();
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                summary.json = true;
            } else if (argument.startsWith("-") || argument.endsWith(".py")) {
                return null;
            } else {
                summary.files.add(argument);
            }
        }
        return summary.files.isEmpty() ? null : summary;
    }

    @Override public Integer call() {
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

    // ---- one file

    private Loaded read(String file) {
        try {
            return Load.file(file, List.of(Path.of("")));
        } catch (Refusal refusal) {
            code = CommandLine.WRONG;
            throw refusal;
        }
    }

    private Refusal failed(Refusal refusal) {
        code = Math.max(code, 1);
        return refusal;
    }

    /** Each file has a graph of its own. */
    private String json(String file) {
        return new NetworkBuilder().within(() -> {
            try {
                return SummaryJson.of(file, read(file));
            } catch (Refusal refusal) {
                return SummaryJson.error(file, failed(refusal));
            }
        });
    }

    private String text(String file, View view) {
        return new NetworkBuilder().within(() -> {
            try {
                return read(file).text(view.width(), view.unicode(), view.colour());
            } catch (Refusal refusal) {
                return problem(file, failed(refusal)).plain(view);
            }
        });
    }

    private static Problem problem(String file, Refusal refusal) {
        return new Problem(refusal.kind(), refusal.getMessage(), "", -1, -1, "", refusal.details(), refusal.suggestion(), null, 1, 1, refusal);
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

    private Row row(String file, String shown, List<String> notes) {
        try {
            Loaded loaded = read(file);
            if (loaded.content() != Loaded.Content.TENSORS) {
                Network network = loaded.network();
                return new Row(shown, loaded.kind(), "", Figures.text(network.paramsFormula()), "", Figures.text(network.flopsFormula(Conventions.MACS)));
            }
            List<StoredTensor> all = loaded.tensors();
            BigInteger numbers = all.stream().map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger bytes = all.stream().map(StoredTensor::bytes).reduce(BigInteger.ZERO, BigInteger::add);
            return new Row(shown, loaded.kind(), String.valueOf(all.size()), String.format(Locale.ROOT, "%,d", numbers), Units.bytes(bytes), "");
        } catch (Refusal refusal) {
            notes.add("✗ " + failed(refusal).getMessage());
            return new Row(shown, "✗ not read", "?", "?", "?", "?");
        }
    }
}
