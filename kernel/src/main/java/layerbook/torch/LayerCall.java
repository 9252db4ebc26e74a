package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.net.Tensor;
import layerbook.python.Arguments;
import layerbook.python.Errors;
import layerbook.python.Operators;
import layerbook.python.PyList;
import layerbook.python.PyTuple;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.shape.Refusal;

/** Calls a layer of the catalogue on Python's arguments and gives what PyTorch's class gives. */
final class LayerCall {
    /** The inputs of layers that take more beside them: masks and flags, which change no size, no weight and no product. */
    private static final Map<String, List<String>> INPUTS = Map.of("MultiheadAttention", List.of("query", "key", "value"), "Transformer", List.of("src", "tgt"),
        "TransformerEncoder", List.of("src"), "TransformerEncoderLayer", List.of("src"), "TransformerDecoder", List.of("tgt", "memory"),
        "TransformerDecoderLayer", List.of("tgt", "memory"));
    private static final List<String> NAMES = List.of("input", "x", "target", "hx", "input1", "input2", "x1", "x2", "offsets", "indices", "query", "key", "value", "src", "tgt", "memory");

    private LayerCall() {}

    static Object of(ModuleObject module, Arguments a) {
        module.tieToWhole();
        String layer = module.unit().layer().className();
        List<TensorObject> inputs = INPUTS.containsKey(layer) ? named(INPUTS.get(layer), layer, a) : all(layer, a);
        if (inputs.isEmpty()) {
            throw Errors.type(layer + ".forward() missing 1 required positional argument: 'input'");
        }
        if (module.training && layer.contains("BatchNorm")) {
            checkTraining(inputs.get(0));
        }
        Object[] more = inputs.subList(1, inputs.size()).stream().map(TensorObject::tensor).toArray();
        Tensor out = inputs.get(0).tensor().then(module.unit(), more);
        return result(layer, out, a);
    }

    private static void checkTraining(TensorObject x) {
        var shape = x.shape();
        boolean single = shape.rank() > 1 && shape.dim(0).isOne() && shape.dims().subList(2, shape.rank()).stream().allMatch(layerbook.formula.Expr::isOne);
        if (single) {
            throw Errors.value("Expected more than 1 value per channel when training, got input size torch.Size([" + shape.text().replace("×", ", ") + "])");
        }
    }

    private static List<TensorObject> named(List<String> names, String layer, Arguments a) {
        var inputs = new ArrayList<TensorObject>();
        for (int i = 0; i < names.size(); i++) {
            Object given = a.get(i, names.get(i));
            if (!(given instanceof TensorObject t)) {
                throw Errors.type(layer + ".forward() missing 1 required positional argument: '" + names.get(i) + "'");
            }
            inputs.add(t);
        }
        return inputs;
    }

    private static List<TensorObject> all(String layer, Arguments a) {
        var inputs = new ArrayList<TensorObject>();
        a.positional().forEach(v -> add(layer, v, inputs));
        for (String name : a.names()) {
            if (!NAMES.contains(name) && a.named(name) != Special.NONE) {
                throw new Refused(Refusal.option(layer + " is called with " + name + ", which is not read"));
            }
            add(layer, a.named(name), inputs);
        }
        return inputs;
    }

    private static void add(String layer, Object value, List<TensorObject> inputs) {
        if (value instanceof TensorObject t) {
            inputs.add(t);
        } else if (value instanceof PyTuple || value instanceof PyList) {
            layerbook.python.Iteration.of(value).forEachRemaining(v -> add(layer, v, inputs));
        } else if (value != Special.NONE) {
            throw Errors.type(layer + " takes tensors, not " + layerbook.python.Types.of(value).name());
        }
    }

    private static Object result(String layer, Tensor first, Arguments a) {
        List<Tensor> outputs = first.outputs();
        Object[] all = outputs.stream().map(TensorObject::new).toArray();
        switch (layer) {
            case "LSTM":
                return PyTuple.of(all[0], PyTuple.of(all[1], all[2]));
            case "MultiheadAttention":
                boolean wanted = a.named("need_weights") == null || Operators.truth(a.named("need_weights"));
                return PyTuple.of(all[0], wanted && all.length > 1 ? all[1] : Special.NONE);
            default:
                return all.length == 1 ? all[0] : PyTuple.of(all);
        }
    }
}
