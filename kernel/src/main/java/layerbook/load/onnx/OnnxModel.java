package layerbook.load.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;

/** The graph of an ONNX file as a model: its forward runs the nodes on shapes. */
final class OnnxModel extends Model {
    private final OnnxGraph graph;
    private final List<String> inputs;
    private final String name;
    private final NetworkBuilder builder;

    /** A model of this name; its forward takes the tensors of these inputs in order. */
    OnnxModel(OnnxGraph graph, List<String> inputs, String name, NetworkBuilder builder) {
        this.graph = graph;
        this.inputs = inputs;
        this.name = name;
        this.builder = builder;
    }

    @Override protected Iterable<Map.Entry<String, Object>> declaredMembers() {
        return List.of(); // its units are named by the graph
    }

    @Override protected String declaredClassName() {
        return name;
    }

    @Override protected Object declaredForward(List<?> arguments, Map<String, ?> keywords) {
        var given = new LinkedHashMap<String, Tensor>();
        for (int i = 0; i < inputs.size(); i++) {
            given.put(inputs.get(i), (Tensor) arguments.get(i));
        }
        return new GraphRun(graph, builder).run(given);
    }
}
