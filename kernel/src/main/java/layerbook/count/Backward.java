package layerbook.count;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.count.Flow.Step;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.layer.Weight;
import layerbook.layer.Work;
import layerbook.layer.Work.Product;
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

    private Backward() {}

    /** A row for each call that is not an input, in order. */
    public static List<Row> of(NetworkView network) {
        Map<Call, Row> rows = new IdentityHashMap<>();
        for (Step s : Flow.of(network, true).steps()) {
            if (!s.inputs().isEmpty()) {
                rows.merge(s.call(), row(s), Row::plus);
            }
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
                inputs = inputs.plus(f.times(s.grad() ? inputGradients(s, w) : 0));
                weights = weights.plus(f.times(s.grad() && isTrained(s, w) ? 1 : 0));
            }
        }
        return new Row(s.call(), forward.normal(), inputs.normal(), weights.normal());
    }

    /** How many factors need a gradient, weights apart. */
    private static int inputGradients(Step s, Work w) {
        Product p = w.product() != null ? w.product() : usual(s);
        return p.inner() + (int) p.inputs().stream().filter(s::grad).count();
    }

    /** Whether this product is one with weights that are trained. */
    private static boolean isTrained(Step s, Work w) {
        Product p = w.product() != null ? w.product() : usual(s);
        return p.weights().stream().anyMatch(s.trained()::contains);
    }

    /** What a rule multiplies if it does not say so: its weights (vectors apart, which are added) with the first input, or without weights the first two inputs. */
    private static Product usual(Step s) {
        List<Weight> all = s.applied().rule().weights();
        if (all.isEmpty()) {
            return new Product(Set.of(0, 1), Set.of(), 0);
        }
        boolean matrices = all.stream().anyMatch(x -> x.dims().size() > 1);
        return new Product(Set.of(0), all.stream().filter(x -> x.dims().size() > 1 || !matrices).map(Weight::name).collect(Collectors.toSet()), 0);
    }
}
