package layerbook.load.onnx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the export changed, as far as the graph shows it: batch norms folded into convolutions, equal tensors stored once, layers in pieces. */
final class OnnxNotes {
    private OnnxNotes() {}

    static List<String> of(OnnxGraph graph) {
        var notes = new ArrayList<String>();
        folded(graph, notes);
        pieces(graph, notes);
        var files = new TreeSet<String>();
        graph.initializers().values().stream().filter(t -> t.external() != null).forEach(t -> files.add(t.external().file()));
        if (!files.isEmpty()) {
            notes.add("The numbers are in " + String.join(", ", files.stream().limit(5).toList()) + (files.size() > 5 ? " .." : "") + " beside the file; they are not read.");
        }
        notes.add("ONNX does not say which stored tensors are trained: all that hold several numbers with a fraction count as parameters.");
        return notes;
    }

    /** PyTorch's exporter gives weights that it computed new names, such as {@code onnx::Conv_193}: of a convolution with a bias those are folded batch norms. */
    private static void folded(OnnxGraph graph, List<String> notes) {
        Set<OnnxTensor> biases = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, String> same = new HashMap<>();
        graph.nodes().stream().filter(n -> n.op().equals("Identity") && n.outputs().size() == 1).forEach(n -> same.put(n.outputs().get(0), n.input(0)));
        long channels = 0;
        int count = 0;
        for (OnnxNode node : graph.nodes()) {
            OnnxTensor weight = stored(graph, same, node.input(1));
            OnnxTensor bias = stored(graph, same, node.input(2));
            if (node.op().equals("Conv") && weight != null && bias != null && weight.name().startsWith("onnx::Conv_") && bias.name().startsWith("onnx::Conv_")) {
                biases.add(bias);
                channels += weight.dims().isEmpty() ? 0 : weight.dims().get(0);
                count++;
            }
        }
        if (count > 0) {
            BigInteger stored = graph.initializers().values().stream().filter(OnnxTensor::isFloating).map(OnnxTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger kept = biases.stream().map(OnnxTensor::numel).reduce(BigInteger.ZERO, BigInteger::add);
            String shared = biases.size() < count ? String.format(Locale.ROOT, ", of which %d equal ones are stored once", count - biases.size() + 1) : "";
            notes.add(String.format(Locale.ROOT, "The export folded %d batch norms into the convolutions before them: their %,d parameters became %,d biases%s. "
                + "With batch norms, and convolutions without biases, the %,d numbers would be %,d.", count, 2 * channels, kept, shared, stored,
                stored.subtract(kept).add(BigInteger.valueOf(2 * channels))));
        }
    }

    /** The stored tensor of a name, through the Identity that stands where equal tensors are stored once. */
    private static OnnxTensor stored(OnnxGraph graph, Map<String, String> same, String name) {
        OnnxTensor t = graph.initializers().get(name);
        return t == null ? graph.initializers().get(same.getOrDefault(name, "")) : t;
    }

    /** Layers that the opset has no operator for stand as several nodes. */
    private static void pieces(OnnxGraph graph, List<String> notes) {
        long norms = graph.nodes().stream().filter(n -> n.op().equals("Pow")).count();
        long means = graph.nodes().stream().filter(n -> n.op().equals("ReduceMean")).count();
        long errors = graph.nodes().stream().filter(n -> n.op().equals("Erf")).count();
        if (norms > 0 && means >= 2 * norms) {
            notes.add(norms + (norms == 1 ? " LayerNorm stands" : " LayerNorms stand") + " in the graph as up to 9 operations each (opset below 17); they are counted as they stand.");
        }
        if (errors > 0) {
            notes.add(errors + (errors == 1 ? " GELU stands" : " GELUs stand") + " in the graph as 5 operations each (opset below 20); they are counted as they stand.");
        }
    }
}
