package layerbook.hardware;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Attends;
import layerbook.layer.Kind;
import layerbook.layer.Part;
import layerbook.layers.Softmax;
import layerbook.net.Call;
import layerbook.net.Tensor;
import layerbook.shape.Shape;

/**
 * Finds attention in a network: calls whose rule states it, parts of composite layers that do, and products that are written out, a product of queries and
 * keys, a softmax, and a product with the values.
 */
final class AttentionFinder {
    /** So many calls may stand between the two products: scale, mask, softmax, dropout, and some for relative positions. */
    private static final int FURTHEST = 16;

    private final List<AttentionUse> found = new ArrayList<>();

    static List<AttentionUse> in(NetworkView network) {
        var finder = new AttentionFinder();
        network.calls().forEach(finder::call);
        return finder.found;
    }

    private void call(Call c) {
        Attends attends = c.applied().rule().attends();
        if (attends != null) {
            found.add(stated(c, c.applied(), attends, c.inputs()));
        } else if (!c.applied().parts().isEmpty()) {
            parts(c, c.applied());
        } else if (isProduct(c)) {
            writtenOut(c).ifPresent(found::add);
        }
    }

    private void parts(Call c, Applied composite) {
        for (Part p : composite.parts()) {
            Attends attends = p.applied().rule().attends();
            if (attends != null) {
                found.add(stated(c, p.applied(), attends, List.of()));
            } else {
                parts(c, p.applied());
            }
        }
    }

    private static AttentionUse stated(Call c, Applied a, Attends attends, List<Tensor> inputs) {
        Expr queries = attends.queries().at(a.letters());
        Expr keys = attends.keys().at(a.letters());
        boolean masked = attends.causal();
        for (int i = 3; i < a.inputs().count(); i++) {
            masked |= limits(a.inputs().shape(i), queries);
        }
        Expr kept = attends.kept().isEmpty() ? null : Expr.product(attends.kept()).at(a.letters());
        return new AttentionUse(c, queries, keys, kept == null ? inputs.subList(1, 3) : List.of(), kept, masked, List.of());
    }

    /** A mask that differs from query to query hides later positions; one that does not hides padding. */
    private static boolean limits(Shape mask, Expr queries) {
        return mask.rank() > 1 && mask.dim(-2).equals(queries);
    }

    // ---- written out

    private static boolean isProduct(Call c) {
        return c.what() == Call.What.FUNCTION && c.inputs().size() == 2 && c.outputs().get(0).shape().rank() > 1
            && c.applied().rule().work().stream().anyMatch(w -> w.kind() == Kind.MULTIPLY_ADD);
    }

    private static Optional<AttentionUse> writtenOut(Call product) {
        var between = new ArrayList<Call>();
        Call softmax = back(product.inputs().get(0), between, c -> c.layer() instanceof Softmax);
        if (softmax == null) {
            return Optional.empty();
        }
        between.add(softmax);
        Call scores = back(softmax.inputs().get(0), between, AttentionFinder::isProduct);
        if (scores == null) {
            return Optional.empty();
        }
        Shape shape = scores.outputs().get(0).shape();
        Expr queries = shape.dim(-2);
        boolean masked = between.stream().anyMatch(c -> c.inputs().size() > 1
            && c.inputs().stream().skip(1).anyMatch(t -> !t.type().dtype().isFloating() || isMade(t) ? limits(t.shape(), queries) : false));
        return Optional.of(new AttentionUse(product, queries, shape.dim(-1), List.of(scores.inputs().get(1), product.inputs().get(1)), null, masked, between));
    }

    /** Whether a tensor depends on no input of the network and on no weight: a mask made on the spot or kept as a buffer. */
    private static boolean isMade(Tensor t) {
        var open = new ArrayList<>(List.of(t));
        Set<Integer> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Call c = open.remove(open.size() - 1).call();
            if (c.what() == Call.What.INPUT || !c.applied().weights().isEmpty()) {
                return false;
            }
            if (seen.add(c.index())) {
                open.addAll(c.inputs());
            }
        }
        return true;
    }

    /** Goes back along first inputs, past calls that give the same sizes, to a call of this kind; those on the way are added. */
    private static Call back(Tensor from, List<Call> way, java.util.function.Predicate<Call> wanted) {
        Call c = from.call();
        for (int i = 0; i < FURTHEST && c != null; i++) {
            if (wanted.test(c)) {
                return c;
            }
            if (c.inputs().isEmpty() || c.unit() != null && !c.applied().weights().isEmpty() || isProduct(c)) {
                return null;
            }
            way.add(c);
            c = larger(c.inputs()).call();
        }
        return null;
    }

    /** Of several inputs the scores are the one with most axes; the first of those. */
    private static Tensor larger(List<Tensor> inputs) {
        Tensor best = inputs.get(0);
        for (Tensor t : inputs) {
            best = t.shape().rank() > best.shape().rank() ? t : best;
        }
        return best;
    }
}
