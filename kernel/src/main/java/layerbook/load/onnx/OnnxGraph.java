package layerbook.load.onnx;

import java.util.List;
import java.util.Map;

/**
 * The graph of a model.
 *
 * @param opset the version of ONNX's own operators
 * @param producer who wrote the file, e.g. {@code pytorch 1.13.1}
 * @param nodes in order
 * @param initializers stored tensors by name
 * @param inputs those that are not stored come from outside
 * @param outputs what it gives
 * @param functions names of functions of the file itself, by which nodes may go
 */
record OnnxGraph(long opset, String producer, List<OnnxNode> nodes, Map<String, OnnxTensor> initializers, List<Given> inputs, List<Given> outputs, List<String> functions) {
    /** A size of an input: a number, or a name, or neither. */
    record Dim(Long value, String symbol) {}

    /** An input or output; {@code dims} is null where the shape is not said. */
    record Given(String name, int type, List<Dim> dims) {}
}
