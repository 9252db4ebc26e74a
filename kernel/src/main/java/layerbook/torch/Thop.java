package layerbook.torch;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import layerbook.table.CleverFormat;
import layerbook.count.Conventions;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.python.Arguments;
import layerbook.python.Interpreter;
import layerbook.python.Iteration;
import layerbook.python.Numbers;
import layerbook.python.Operators;
import layerbook.python.PyTuple;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.shape.Refusal;

/** {@code thop.profile} and {@code clever_format}: thop's counts, and the lines that it prints on the way. */
final class Thop {
    /** Which function thop has for a layer; it says so for the first of each class. */
    private static final Map<String, String> HOOKS = Map.ofEntries(Map.entry("ZeroPad2d|ReLU6?|LeakyReLU|MaxPool\\dd|AdaptiveMaxPool\\dd|Dropout|Sequential|PixelShuffle", "zero_ops"),
        Map.entry("Conv\\dd|ConvTranspose\\dd", "count_convNd"), Map.entry("BatchNorm\\dd|SyncBatchNorm|LayerNorm|InstanceNorm\\dd", "count_normalization"),
        Map.entry("PReLU", "count_prelu"), Map.entry("Softmax", "count_softmax"), Map.entry("AvgPool\\dd", "count_avgpool"), Map.entry("AdaptiveAvgPool\\dd", "count_adap_avgpool"),
        Map.entry("Linear", "count_linear"), Map.entry("Upsample|UpsamplingBilinear2d|UpsamplingNearest2d", "count_upsample"), Map.entry("RNNCell", "count_rnn_cell"),
        Map.entry("GRUCell", "count_gru_cell"), Map.entry("LSTMCell", "count_lstm_cell"), Map.entry("RNN", "count_rnn"), Map.entry("GRU", "count_gru"), Map.entry("LSTM", "count_lstm"));

    private Thop() {}

    static Object profile(Interpreter python, Arguments a) {
        if (!(a.get(0, "model") instanceof ModuleObject module)) {
            throw layerbook.python.Errors.type("profile() takes a model");
        }
        Object custom = a.get(2, "custom_ops", Special.NONE);
        if (custom instanceof layerbook.python.PyDict d && d.size() > 0) {
            throw new Refused(Refusal.option("thop's custom_ops are not run"));
        }
        if (Operators.truth(a.get(3, "verbose", true))) {
            registered(module, new LinkedHashSet<>(), new IdentityHashMap<>(), python);
        }
        Object[] inputs = Iteration.list(a.get(1, "inputs")).toArray();
        NetworkView view = Run.on(module, inputs);
        Expr work = Ledger.of(view.graph()).count(view.number(), Conventions.THOP).known();
        return PyTuple.of(number(work), number(Conventions.THOP.params(view)));
    }

    private static Object number(Expr e) {
        return e instanceof Expr.Num n ? (Object) n.value().doubleValue() : SymbolicSize.of(e);
    }

    /** As {@code model.apply} comes by: inner modules first. */
    private static void registered(ModuleObject module, Set<String> known, Map<Object, Boolean> seen, Interpreter python) {
        module.modules.values().forEach(m -> {
            if (m instanceof ModuleObject inner) {
                registered(inner, known, seen, python);
            }
        });
        String name = module.type().isWritten() ? "" : module.type().name();
        if (known.add(module.type().repr()) && !name.isEmpty()) {
            HOOKS.entrySet().stream().filter(e -> name.matches(e.getKey())).findFirst()
                .ifPresent(e -> python.write("[INFO] Register " + e.getValue() + "() for " + module.type().repr() + ".\n"));
        }
    }

    static Object format(Arguments a) {
        String pattern = (String) a.get(1, "format", "%.2f");
        Object given = a.get(0, "nums");
        if (Numbers.isNumber(given)) {
            return CleverFormat.of(Numbers.toDouble(given), pattern);
        }
        return PyTuple.of(Iteration.list(given).elements().stream().map(n -> (Object) CleverFormat.of(Numbers.toDouble(n), pattern)).toArray());
    }
}
