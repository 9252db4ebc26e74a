package layerbook.count;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.count.Flow.Step;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.layer.Work;
import layerbook.net.Call;

/**
 * The multiply-adds of a training step. On the way back a product {@code y = x·W} is two products of the same size: the gradient of the input
 * {@code dx = dy·Wᵀ} and the gradient of the weights {@code dW = xᵀ·dy}. The first is left out where nothing before it is trained (so in the first layer), the
 * second where the weights are frozen; a product of two tensors has two input gradients. Convolutions, recurrent matrices and attention likewise.
 */
public final class Backward {
    /**
     * One row of the network.
     *
     * @param forward multiply-adds on the way forward
     * @param inputs on the way back, for the gradients of what came in
     * @param weights on the way back, for the gradients of weights
     */
    public record Row(Call call, Expr forward, Expr inputs, Expr weights) {
        Row plus(Row o) {
            return new Row(call, forward.plus(o.forward).normal(), inputs.plus(o.inputs).normal(), weights.plus(o.weights).normal());
        }

        public Expr backward() {
            return inputs.plus(weights).normal();
        }
    }

    private static final Set<String> PRODUCTS = Set.of("matmul", "mm", "bmm", "mv", "dot", "einsum", "linear", "conv2d", "scaledDotProductAttention");

    private Backward() {}

    /** A row for each call that is not an input, in order. */
    public static List<Row> of(NetworkView network) {
        Map<Call, Row> rows = new IdentityHashMap<>();
        for (Step s : Flow.of(network, true).steps()) {
            rows.merge(s.call(), row(s), Row::plus);
        }
        return network.calls().stream().filter(rows::containsKey).map(rows::get).toList();
    }

    /** All rows together. */
    public static Row total(List<Row> rows) {
        var none = new Row(null, Expr.ZERO, Expr.ZERO, Expr.ZERO);
        var sums = new ArrayList<Row>(List.of(none));
        rows.forEach(r -> sums.set(0, sums.get(0).plus(r)));
        return sums.get(0);
    }

    private static Row row(Step s) {
        Expr forward = Expr.ZERO;
        Expr inputs = Expr.ZERO;
        Expr weights = Expr.ZERO;
        for (Work w : s.applied().rule().work()) {
            if (w.kind() == Kind.MULTIPLY_ADD) {
                Expr f = s.applied().amount(w);
                forward = forward.plus(f);
                inputs = inputs.plus(f.times(s.grad() ? inputGradients(s, w.label()) : 0));
                weights = weights.plus(f.times(s.grad() && isTrained(s, w.label()) ? 1 : 0));
            }
        }
        return new Row(s.call(), forward.normal(), inputs.normal(), weights.normal());
    }

    /** How many of the factors of a product, weights apart, need a gradient. */
    private static int inputGradients(Step s, String label) {
        if (PRODUCTS.contains(s.rule())) {
            return s.rule().equals("scaledDotProductAttention") ? 2 : (int) s.inputs().stream().limit(2).filter(Flow.Value::grad).count();
        }
        return switch (s.rule()) {
            case "MultiheadAttention" -> attention(s, label);
            case "Bilinear" -> (s.grad(0) ? 1 : 0) + (s.grad(1) ? 1 : 0);
            case "RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell" -> label.matches("input(_l0.*)?") && !s.grad(0) ? 0 : 1;
            default -> s.grad(0) ? 1 : 0;
        };
    }

    private static int attention(Step s, String label) {
        return switch (label) {
            case "queries" -> s.grad(0) ? 1 : 0;
            case "keys" -> s.grad(1) ? 1 : 0;
            case "values" -> s.grad(2) ? 1 : 0;
            case "out" -> 1;
            default -> 2;
        };
    }

    /** Whether this product is one with weights that are trained. */
    private static boolean isTrained(Step s, String label) {
        if (PRODUCTS.contains(s.rule())) {
            return false;
        }
        String suffix = label.replaceFirst("^(input|state|projection)", "");
        return switch (s.rule()) {
            case "RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell" ->
                s.trained().contains((label.startsWith("input") ? "weight_ih" : label.startsWith("state") ? "weight_hh" : "weight_hr") + suffix);
            case "MultiheadAttention" -> switch (label) {
                case "queries" -> s.trained().contains("in_proj_weight") || s.trained().contains("q_proj_weight");
                case "keys" -> s.trained().contains("in_proj_weight") || s.trained().contains("k_proj_weight");
                case "values" -> s.trained().contains("in_proj_weight") || s.trained().contains("v_proj_weight");
                case "out" -> s.trained().contains("out_proj.weight");
                default -> false;
            };
            default -> s.applied().layer() instanceof layerbook.layer.BuiltIn ? s.trained().contains("weight") : !s.trained().isEmpty();
        };
    }
}
