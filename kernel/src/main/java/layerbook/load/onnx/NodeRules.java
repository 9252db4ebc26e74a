package layerbook.load.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerbook.io.NearestWord;
import layerbook.shape.Refusal;

/** What each operator of ONNX's is in the catalogues of layers and operations. An operator is a line in one of the families. */
final class NodeRules {
    /** What a node gives, one value for each of its outputs. */
    @FunctionalInterface interface NodeRule {
        List<Value> apply(OnnxNode node, GraphRun run);
    }

    private static final Map<String, NodeRule> BY_OPERATOR = new HashMap<>();
    private static final Map<String, String> WHY_NOT = Map.of(
        "If", "holds a graph for each branch, and which one runs depends on values",
        "Loop", "holds a graph that runs as often as values say",
        "Scan", "holds a graph that runs for each step of a sequence",
        "NonZero", "gives as many places as there are values other than zero",
        "NonMaxSuppression", "keeps as many boxes as their values say",
        "Unique", "gives as many values as there are different ones",
        "Compress", "keeps as many places as values say");

    static {
        BY_OPERATOR.putAll(WeightNodes.RULES);
        BY_OPERATOR.putAll(ElementNodes.RULES);
        BY_OPERATOR.putAll(ShapeNodes.RULES);
        BY_OPERATOR.putAll(PlaceNodes.RULES);
        BY_OPERATOR.putAll(ReduceNodes.RULES);
        BY_OPERATOR.putAll(RecurrentNodes.RULES);
    }

    private NodeRules() {}

    static List<Value> apply(OnnxNode node, GraphRun run) {
        String reason = WHY_NOT.get(node.op());
        if (reason != null || node.hasGraph()) {
            throw GraphRun.refused(node, reason != null ? reason : "holds a graph of its own").why("the work then follows from values, which are not read");
        }
        NodeRule rule = node.domain().isEmpty() || node.domain().equals("com.microsoft") ? BY_OPERATOR.get(node.op()) : null;
        if (rule == null) {
            String near = NearestWord.nearest(node.op(), BY_OPERATOR.keySet());
            Refusal refusal = GraphRun.refused(node, "is an operator" + (node.domain().isEmpty() ? "" : " of " + node.domain()) + " that is not read here");
            throw near == null ? refusal : refusal.why("the nearest that is read is " + near);
        }
        return rule.apply(node, run);
    }
}
