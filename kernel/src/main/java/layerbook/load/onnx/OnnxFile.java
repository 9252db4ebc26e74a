package layerbook.load.onnx;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.count.Conventions;
import layerbook.count.Network;
import layerbook.formula.Expr;
import layerbook.load.file.Loaded;
import layerbook.load.file.StoredTensor;
import layerbook.load.onnx.OnnxGraph.Dim;
import layerbook.load.onnx.OnnxGraph.Given;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import layerbook.table.EchoTable;
import layerbook.table.Grid;
import layerbook.table.Tabular;

/** An ONNX file: stored tensors, and the network that its graph describes. The network is traced when it is first asked for. */
final class OnnxFile implements Loaded, Tabular {
    private final Path path;
    private final OnnxGraph graph;
    private Network network;

    OnnxFile(Path path, OnnxGraph graph) {
        this.path = path;
        this.graph = graph;
    }

    @Override public Path path() {
        return path;
    }

    @Override public String kind() {
        return "ONNX model, opset " + graph.opset() + (graph.producer().isEmpty() ? "" : ", by " + graph.producer());
    }

    @Override public Content content() {
        return Content.NETWORK;
    }

    @Override public List<String> names() {
        return tensors().stream().map(StoredTensor::name).toList();
    }

    @Override public List<StoredTensor> tensors() {
        return graph.initializers().values().stream().map(t -> new StoredTensor(t.name(), t.dims(), OnnxType.stored(t.type()))).toList();
    }

    @Override public List<String> notes() {
        return OnnxNotes.of(graph);
    }

    @Override public synchronized Network network() {
        NetworkBuilder builder = NetworkBuilder.current();
        if (network == null || network.book() != builder) {
            network = traced(builder);
        }
        return network;
    }

    private Network traced(NetworkBuilder builder) {
        Map<String, Expr> symbols = batch();
        var tensors = new LinkedHashMap<String, Tensor>();
        for (Given input : graph.inputs()) {
            if (!graph.initializers().containsKey(input.name())) {
                tensors.put(input.name(), builder.tensor(type(input, symbols)));
            }
        }
        String name = String.valueOf(path.getFileName()).replaceFirst("\\.onnx$", "");
        return Network.trace(builder, new OnnxModel(graph, List.copyOf(tensors.keySet()), name, builder), List.copyOf(tensors.values()));
    }

    /** The size that the inputs call their batch is N. */
    private Map<String, Expr> batch() {
        Map<String, Expr> symbols = new HashMap<>();
        for (Given input : graph.inputs()) {
            for (Dim dim : input.dims() == null ? List.<Dim>of() : input.dims()) {
                if (symbols.isEmpty() && dim.symbol() != null && dim.symbol().matches("(?i)n|bs|b|batch(_?size)?")) {
                    symbols.put(dim.symbol(), Expr.symbol("N"));
                }
            }
        }
        return symbols;
    }

    /** Open sizes are symbols by their names; if none is called the batch, the one in the first place of an input is, and is N. */
    private TensorType type(Given input, Map<String, Expr> symbols) {
        if (input.dims() == null || OnnxType.dtype(input.type()) == null) {
            throw Refusal.of("runtime", "the input " + input.name() + " of " + path.getFileName() + (input.dims() == null ? " has no shape" : " holds no numbers"))
                .fix("load(\"" + path.getFileName() + "\")  // exported with the shape of its inputs");
        }
        var sizes = new ArrayList<Expr>();
        for (int axis = 0; axis < input.dims().size(); axis++) {
            sizes.add(size(input, axis, symbols));
        }
        return new TensorType(new Shape(sizes), OnnxType.dtype(input.type()));
    }

    private static Expr size(Given input, int axis, Map<String, Expr> symbols) {
        Dim dim = input.dims().get(axis);
        if (dim.value() != null && dim.value() >= 0 && dim.symbol() == null) {
            return Expr.of(dim.value());
        }
        String key = dim.symbol() == null || dim.symbol().isEmpty() || dim.symbol().startsWith("unk__") ? input.name() + "." + axis : dim.symbol();
        Expr known = symbols.get(key);
        if (known == null) {
            known = axis == 0 && !symbols.containsValue(Expr.symbol("N")) ? Expr.symbol("N") : Expr.symbol(fresh(key, symbols));
            symbols.put(key, known);
        }
        return known;
    }

    private static String fresh(String key, Map<String, Expr> symbols) {
        String name = key.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^[^A-Za-z]+|_+$", "");
        name = name.isEmpty() || name.equals("N") ? "s" : name;
        String unused = name;
        for (int i = 2; symbols.containsValue(Expr.symbol(unused)); i++) {
            unused = name + i;
        }
        return unused;
    }

    // ---- as a table

    /** The network as it was traced; to be shown alone, in a builder of its own: showing a file adds nothing to a session. */
    private synchronized Network shown() {
        return network != null ? network : new NetworkBuilder().within(() -> traced(NetworkBuilder.current()));
    }

    @Override public Grid grid() {
        Network net = shown();
        Grid rows = EchoTable.of(net.graph(), net.number(), net.graph().size(), Conventions.FLOPS, true);
        var notes = new ArrayList<>(rows.notes());
        BigInteger stored = tensors().stream().map(StoredTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
        notes.add(String.format(java.util.Locale.ROOT, "%s, %s: %,d numbers stored in %d tensors; %s multiply-adds per example", path.getFileName(), kind(), stored, graph.initializers().size(),
            layerbook.table.Figures.text(net.flopsFormula(Conventions.MACS))));
        notes.addAll(notes());
        return new Grid(rows.name(), rows.columns(), rows.marks(), notes);
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid().text(width, unicode, colour);
    }

    @Override public String html() {
        return grid().html();
    }

    @Override public String toString() {
        return path.getFileName() + ", " + kind() + ": " + graph.nodes().size() + " nodes, " + graph.initializers().size() + " stored tensors";
    }
}
