package layerbook.load.onnx;

import static layerbook.load.onnx.ElementNodes.one;
import static layerbook.load.onnx.WeightUnits.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.load.onnx.NodeRules.NodeRule;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Operators that make many numbers fewer: pooling, sums and means along axes, the largest and where it is. */
final class ReduceNodes {
    static final Map<String, NodeRule> RULES = new HashMap<>();

    static {
        RULES.put("MaxPool", (node, run) -> pooled("maxPool", node, run));
        RULES.put("AveragePool", (node, run) -> pooled("avgPool", node, run));
        RULES.put("LpPool", (node, run) -> pooled("lpPool", node, run));
        RULES.put("GlobalAveragePool", (node, run) -> one(global("adaptiveAvgPool", run.tensor(node, 0))));
        RULES.put("GlobalMaxPool", (node, run) -> one(global("adaptiveMaxPool", run.tensor(node, 0))));
        for (String both : List.of("ReduceMean mean", "ReduceSum sum", "ReduceMax amax", "ReduceMin amin", "ReduceLogSumExp logsumexp", "ReduceLogSum sum", "ReduceSumSquare sum")) {
            String[] words = both.split(" ");
            RULES.put(words[0], (node, run) -> reduced(words[1], node, run));
        }
        RULES.put("ReduceProd", (node, run) -> each("prod", node, run));
        RULES.put("ReduceL2", (node, run) -> normed(2.0, node, run));
        RULES.put("ReduceL1", (node, run) -> normed(1.0, node, run));
        RULES.put("ArgMax", (node, run) -> one(Ops.of("argmax", run.tensor(node, 0), (int) node.number("axis", 0), node.number("keepdims", 1) == 1)));
        RULES.put("ArgMin", (node, run) -> one(Ops.of("argmin", run.tensor(node, 0), (int) node.number("axis", 0), node.number("keepdims", 1) == 1)));
        RULES.put("CumSum", (node, run) -> one(Ops.of("cumsum", run.tensor(node, 0), ShapeNodes.sizes(node, run, 1).get(0))));
        RULES.put("TopK", ReduceNodes::topK);
        RULES.put("Einsum", (node, run) -> {
            var operands = new ArrayList<Tensor>();
            for (int i = 0; i < node.inputs().size(); i++) {
                operands.add(run.tensor(node, i));
            }
            return one(Ops.of("einsum", node.text("equation", ""), operands));
        });
    }

    private ReduceNodes() {}

    private static List<Value> pooled(String word, OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        List<Long> kernel = node.numbers("kernel_shape");
        int axes = x.rank() - 2;
        if (kernel == null || kernel.size() != axes || axes < 1 || axes > 3) {
            throw GraphRun.refused(node, "slides a window over " + Math.max(0, axes) + " axes; 1 to 3 are read");
        }
        List<Long> strides = WeightNodes.sizes(node, "strides", axes);
        List<Long> dilations = WeightNodes.sizes(node, "dilations", axes);
        Pads pads = Pads.of(node, x.shape().slice(2, x.rank()), kernel, strides, dilations);
        boolean max = word.equals("maxPool");
        boolean plain = dilations.equals(ShapeNodes.ones(axes));
        if (!max && !plain) {
            throw GraphRun.refused(node, "leaves gaps in its window, which PyTorch's pooling does not");
        }
        boolean lp = word.equals("lpPool");
        var layer = WeightUnits.layer(word + axes + "d", arguments("normType", lp ? node.number("p", 2) : null, "kernelSize", kernel, "stride", strides, "padding", lp ? null : pads.inLayer(),
            "dilation", max ? dilations : null, "ceilMode", node.number("ceil_mode", 0) == 1, "countIncludePad", word.equals("avgPool") ? node.number("count_include_pad", 0) == 1 : null));
        Tensor y = GraphRun.function(layer, pads.padded(x));
        return node.outputs().size() > 1 ? List.of(Value.of(y), Value.of(run.builder().bare("constant", new TensorType(y.shape(), DType.INT64)))) : one(y);
    }

    private static Tensor global(String word, Tensor x) {
        int axes = x.rank() - 2;
        return GraphRun.function(WeightUnits.layer(word + axes + "d", arguments("outputSize", Collections.nCopies(axes, 1L))), x);
    }

    /** The axes that a node names; all of them if it names none. */
    private static List<Long> axes(OnnxNode node, GraphRun run, int rank) {
        List<Long> named = SizeMath.axes(node, run.known(node, 1));
        var all = new ArrayList<Long>();
        for (long i = 0; i < rank; i++) {
            all.add(i);
        }
        return named == null || named.isEmpty() ? all : named;
    }

    private static List<Value> reduced(String name, OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        if (node.number("noop_with_empty_axes", 0) == 1 && SizeMath.axes(node, run.known(node, 1)) == null) {
            return one(x);
        }
        if (node.op().equals("ReduceSumSquare")) {
            x = Ops.of("pow", x, 2);
        }
        Tensor y = Ops.of(name, x, axes(node, run, x.rank()), node.number("keepdims", 1) == 1);
        return one(node.op().equals("ReduceLogSum") ? Ops.of("log", y) : y);
    }

    private static List<Value> each(String name, OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        boolean keep = node.number("keepdims", 1) == 1;
        int rank = x.rank();
        for (long axis : axes(node, run, rank).stream().map(a -> a < 0 ? a + rank : a).sorted(Collections.reverseOrder()).toList()) {
            x = Ops.of(name, x, axis, keep);
        }
        return one(x);
    }

    private static List<Value> normed(double p, OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        return one(Ops.of("norm", x, p, axes(node, run, x.rank()), node.number("keepdims", 1) == 1));
    }

    private static List<Value> topK(OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        Expr k = node.has("k") ? Expr.of(node.number("k", 1)) : ShapeNodes.sizes(node, run, 1).get(0);
        int axis = PlaceNodes.place(node.number("axis", -1), x.rank());
        Shape out = x.shape().with(axis, k);
        List<TensorType> types = List.of(new TensorType(out, x.type().dtype()), new TensorType(out, DType.INT64));
        Tensor y = x.apply(new OnnxOperation("topk", List.of(k.text()), types, Kind.COMPARE, x.numel()));
        return y.outputs().stream().map(Value::of).toList();
    }
}
