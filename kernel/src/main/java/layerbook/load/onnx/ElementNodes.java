package layerbook.load.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.load.onnx.NodeRules.NodeRule;
import layerbook.net.Tensor;
import layerbook.shape.DType;

/** Operators that go number by number: arithmetic, comparisons, activations. */
final class ElementNodes {
    static final Map<String, NodeRule> RULES = new HashMap<>();

    static {
        for (String both : List.of("Relu relu", "Sigmoid sigmoid", "Tanh tanh", "Erf erf", "Exp exp", "Log log", "Sqrt sqrt", "Reciprocal reciprocal", "Abs abs", "Neg neg",
            "Ceil ceil", "Floor floor", "Round round", "Sin sin", "Cos cos", "Tan tan", "Asin asin", "Acos acos", "Atan atan", "Sinh sinh", "Cosh cosh", "Asinh asinh", "Acosh acosh",
            "Atanh atanh", "Sign sign", "Not logical_not", "IsNaN isnan", "IsInf isinf", "Softplus softplus", "Softsign softsign", "HardSwish hardswish", "Mish mish", "Selu selu",
            "HardSigmoid hardsigmoid", "Gelu gelu", "FastGelu gelu", "BitwiseNot bitwise_not")) {
            String[] words = both.split(" ");
            RULES.put(words[0], (node, run) -> one(Ops.of(words[1], run.tensor(node, 0))));
        }
        for (String both : List.of("Add add", "Sub sub", "Mul mul", "Div div", "Pow pow", "And logical_and", "Or logical_or", "Xor logical_xor", "Equal eq", "Greater gt", "Less lt",
            "GreaterOrEqual ge", "LessOrEqual le", "Mod remainder", "BitwiseAnd bitwise_and", "BitwiseOr bitwise_or", "BitwiseXor bitwise_xor")) {
            String[] words = both.split(" ");
            RULES.put(words[0], (node, run) -> one(paired(words[1], run, run.value(node, 0), run.value(node, 1))));
        }
        RULES.put("LeakyRelu", (node, run) -> one(Ops.of("leaky_relu", run.tensor(node, 0), node.real("alpha", 0.01))));
        RULES.put("Elu", (node, run) -> one(Ops.of("elu", run.tensor(node, 0), node.real("alpha", 1))));
        RULES.put("Celu", (node, run) -> one(Ops.of("celu", run.tensor(node, 0), node.real("alpha", 1))));
        RULES.put("ThresholdedRelu", (node, run) -> one(Ops.of("threshold", run.tensor(node, 0), node.real("alpha", 1), 0.0)));
        RULES.put("Min", (node, run) -> one(chained("minimum", node, run)));
        RULES.put("Max", (node, run) -> one(chained("maximum", node, run)));
        RULES.put("Sum", (node, run) -> one(chained("add", node, run)));
        RULES.put("Mean", (node, run) -> one(Ops.of("div", chained("add", node, run), node.inputs().size())));
        RULES.put("Clip", (node, run) -> one(clip(node, run)));
        RULES.put("Where", (node, run) -> one(Ops.of("where", run.tensor(node, 0), argument(run, run.value(node, 1)), argument(run, run.value(node, 2)))));
        RULES.put("Cast", (node, run) -> one(cast(node, run.tensor(node, 0))));
        RULES.put("CastLike", (node, run) -> one(run.tensor(node, 0)));
        RULES.put("Softmax", (node, run) -> one(along("softmax", node, run)));
        RULES.put("LogSoftmax", (node, run) -> one(along("log_softmax", node, run)));
        RULES.put("LRN", (node, run) -> one(GraphRun.function(WeightUnits.layer("localResponseNorm", WeightUnits.arguments("size", node.number("size", 1))), run.tensor(node, 0))));
        for (String same : List.of("Identity", "Dropout", "QuantizeLinear", "DequantizeLinear", "StopGradient")) {
            RULES.put(same, (node, run) -> List.of(run.value(node, 0)));
        }
    }

    private ElementNodes() {}

    static List<Value> one(Tensor t) {
        return List.of(Value.of(t));
    }

    /** The second operand may be a plain number; so may the first where the order does not matter. */
    private static Tensor paired(String name, GraphRun run, Value a, Value b) {
        boolean swap = a.tensor() == null && !run.isLearned(a) && number(a) != null && List.of("add", "mul", "eq", "logical_and", "logical_or").contains(name);
        return swap ? Ops.of(name, run.tensor(b), number(a)) : Ops.of(name, run.tensor(a), argument(run, b));
    }

    /** The value as a plain number if it is one without axes, else as a tensor. */
    private static Object argument(GraphRun run, Value v) {
        return v.tensor() == null && !run.isLearned(v) && number(v) != null ? number(v) : run.tensor(v);
    }

    /** The plain number that a known value is, or null. */
    private static Object number(Value v) {
        Known k = v.known();
        if (k == null || !k.isSingle() || k.dims().size() > 1) {
            return null;
        }
        Object item = k.items().get(0);
        boolean floating = OnnxType.dtype(k.type()) != null && OnnxType.dtype(k.type()).isFloating();
        boolean whole = item instanceof Expr e && e.isNumber() && e.exact().bitLength() < 63;
        return whole ? floating ? (Object) Known.real(item) : (Object) ((Expr) item).exact().longValue() : item instanceof Double ? item : null;
    }

    private static Tensor chained(String name, OnnxNode node, GraphRun run) {
        Tensor out = run.tensor(node, 0);
        for (int i = 1; i < node.inputs().size(); i++) {
            out = Ops.of(name, out, run.tensor(node, i));
        }
        return out;
    }

    private static Tensor clip(OnnxNode node, GraphRun run) {
        Object least = node.has("min") ? node.real("min", 0) : run.value(node, 1) == null ? null : number(run.value(node, 1));
        Object most = node.has("max") ? node.real("max", 0) : run.value(node, 2) == null ? null : number(run.value(node, 2));
        boolean relu6 = least instanceof Number a && a.doubleValue() == 0 && most instanceof Number b && b.doubleValue() == 6;
        return relu6 ? Ops.of("relu6", run.tensor(node, 0)) : Ops.of("clamp", run.tensor(node, 0), least == null && most == null ? (Object) 0.0 : least, most);
    }

    private static Tensor cast(OnnxNode node, Tensor x) {
        DType to = OnnxType.dtype((int) node.number("to", 1));
        return to == null ? x : x.type().dtype() == to ? x : Ops.of("to", x, to);
    }

    /** Up to opset 12 the axes from the named one on were taken as one. */
    private static Tensor along(String name, OnnxNode node, GraphRun run) {
        Tensor x = run.tensor(node, 0);
        long axis = node.number("axis", run.opset() < 13 ? 1 : -1);
        int place = (int) (axis < 0 ? axis + x.rank() : axis);
        if (run.opset() >= 13 || place >= x.rank() - 1) {
            return Ops.of(name, x, place);
        }
        Tensor flat = Ops.of(name, Ops.of("flatten", x, place), place);
        return Ops.of("reshape", flat, x.shape().dims());
    }

    /** The layer of a word with options, for operators that have one. */
    static layerbook.layer.Layer layer(String word, Option... options) {
        return Catalogue.find(word).orElseThrow().read((Object[]) options);
    }
}
