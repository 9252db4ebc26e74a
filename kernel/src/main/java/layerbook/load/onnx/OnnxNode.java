package layerbook.load.onnx;

import java.util.List;
import java.util.Map;

/**
 * A node of the graph.
 *
 * @param name as the exporter gave it, e.g. {@code /layer1/layer1.0/conv1/Conv}; may be empty
 * @param op the operator, e.g. {@code Conv}
 * @param domain empty for ONNX's own operators
 * @param inputs names of values; empty for an optional one that is left out
 * @param outputs names of values
 * @param attributes by name
 */
record OnnxNode(String name, String op, String domain, List<String> inputs, List<String> outputs, Map<String, Attribute> attributes) {
    /** The value of an attribute; what it does not have is null. */
    record Attribute(Long number, Double real, String text, List<Long> numbers, List<Double> reals, OnnxTensor tensor, boolean graph) {}

    /** The whole number of an attribute, or the standard. */
    long number(String attribute, long standard) {
        Attribute a = attributes.get(attribute);
        return a == null || a.number() == null ? standard : a.number();
    }

    double real(String attribute, double standard) {
        Attribute a = attributes.get(attribute);
        return a == null || a.real() == null ? standard : a.real();
    }

    String text(String attribute, String standard) {
        Attribute a = attributes.get(attribute);
        return a == null || a.text() == null ? standard : a.text();
    }

    /** The list of whole numbers of an attribute, or null. */
    List<Long> numbers(String attribute) {
        Attribute a = attributes.get(attribute);
        return a == null ? null : a.numbers();
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** The name of an input, empty if it is not given. */
    String input(int i) {
        return i < inputs.size() ? inputs.get(i) : "";
    }

    /** Whether a graph lies inside, as in If and Loop. */
    boolean hasGraph() {
        return attributes.values().stream().anyMatch(Attribute::graph);
    }

    /** How a message calls it. */
    String told() {
        return op + (name.isEmpty() ? "" : " (" + name + ")");
    }
}
