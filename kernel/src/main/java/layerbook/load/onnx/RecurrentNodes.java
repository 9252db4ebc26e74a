package layerbook.load.onnx;

import static layerbook.load.onnx.WeightUnits.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.load.onnx.NodeRules.NodeRule;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.formula.Expr;

/**
 * LSTM, GRU and RNN: one layer in one direction or two, as PyTorch's with {@code numLayers(1)}. ONNX gives T×D×N×H, PyTorch T×N×(D·H): the axes
 * are put in ONNX's order behind the layer. Stored states count for nothing.
 */
final class RecurrentNodes {
    static final Map<String, NodeRule> RULES = Map.of("LSTM", (n, run) -> recurrent("lstm", n, run), "GRU", (n, run) -> recurrent("gru", n, run),
        "RNN", (n, run) -> recurrent("rnn", n, run));

    private RecurrentNodes() {}

    private static List<Value> recurrent(String word, OnnxNode node, GraphRun run) {
        Value in = run.value(node, 1);
        Value hidden = run.value(node, 2);
        Value bias = run.value(node, 3);
        String direction = node.text("direction", "forward");
        if (!in.isWeight() || !hidden.isWeight() || bias != null && !bias.isWeight() || in.stored().dims().size() != 3 || node.has("clip")) {
            throw GraphRun.refused(node, "is read with stored weights and without a clip");
        }
        boolean both = direction.equals("bidirectional");
        long size = hidden.stored().dims().get(2);
        boolean relu = word.equals("rnn") && node.text("activations", "").contains("Relu");
        var layer = WeightUnits.layer(word, arguments("inputSize", in.stored().dims().get(2), "hiddenSize", size, "bias", bias != null, "bidirectional", both,
            "batchFirst", node.number("layout", 0) == 1, "nonlinearity", relu ? "relu" : null));
        Unit unit = run.units().unit(node, layer, held(in, hidden));
        return outputs(node, run.tensor(node, 0).then(unit), both ? 2 : 1, size, node.number("layout", 0) == 1);
    }

    /** ONNX stores both directions in one tensor, so names tell which unit it is; the tensors differ in shape from PyTorch's. */
    private static Map<String, OnnxTensor> held(Value in, Value hidden) {
        var out = new LinkedHashMap<String, OnnxTensor>();
        out.put("weight_ih_l0", in.stored());
        out.put("weight_hh_l0", hidden.stored());
        return out;
    }

    private static List<Value> outputs(OnnxNode node, Tensor y, int directions, long size, boolean batchFirst) {
        var out = new ArrayList<Value>();
        List<Tensor> all = y.outputs();
        if (node.outputs().isEmpty() || node.outputs().get(0).isEmpty()) {
            out.add(null);
        } else if (directions == 1) {
            out.add(Value.of(Ops.of("unsqueeze", y, batchFirst ? 2 : 1)));
        } else {
            Expr first = y.shape().dim(0);
            Expr second = y.shape().dim(1);
            Tensor split = Ops.of("reshape", y, List.of(first, second, Expr.of(directions), Expr.of(size)));
            out.add(Value.of(batchFirst ? split : Ops.of("transpose", split, 1, 2)));
        }
        for (int i = 1; i < all.size(); i++) {
            out.add(Value.of(all.get(i)));
        }
        return out;
    }
}
