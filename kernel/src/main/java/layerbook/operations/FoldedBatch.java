package layerbook.operations;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.Call;
import layerbook.net.Tensor;
import layerbook.shape.Shape;

/**
 * Warns of a view that turns the batch into another number of rows because -1 was worked out so; who writes the rows out means them. The batch is the letter N,
 * or the size of the first axis of an input, as long as it stays the first axis' size.
 */
final class FoldedBatch {
    private static final Set<String> REFOLDING = Set.of("view", "reshape");

    private FoldedBatch() {}

    static Tensor warned(Tensor from, Tensor to, Operation by) {
        if (!REFOLDING.contains(by.operator().name()) || !by.arguments().has("shape")) {
            return to;
        }
        List<Expr> sizes = by.arguments().sizes("shape");
        boolean workedOut = !sizes.isEmpty() && sizes.get(0).equals(Expr.of(-1));
        if (workedOut && from.rank() > 0 && to.rank() > 0 && !to.shape().dim(0).equals(from.shape().dim(0)) && beginsWithBatch(from)) {
            String even = isSuffix(from.shape(), to.shape()) ? "" : ", so the sizes behind the batch do not make up a row of " + to.shape().dim(-1).text();
            from.book().warn(by.factoryName() + " turns " + count(from, "example") + " into " + count(to, "row") + ": " + from.shape().text() + " became " + to.shape().text() + even);
        }
        return to;
    }

    /** So many along the first axis, of one example where the batch is a letter. */
    private static String count(Tensor t, String what) {
        Expr n = t.shape().dim(0).at(Map.of(Letters.N, Expr.ONE));
        return n.text() + " " + what + (n.isOne() ? "" : "s");
    }

    private static boolean beginsWithBatch(Tensor t) {
        Expr batch = t.shape().dim(0);
        return batch.equals(Letters.N) || batch.isNumber() && comesFromInput(t, batch);
    }

    /** Whether the tensor comes from an input by tensors that all have so many rows; a lone axis is no batch. */
    private static boolean comesFromInput(Tensor t, Expr batch) {
        Set<Call> seen = new HashSet<>();
        var open = new ArrayDeque<Tensor>(List.of(t));
        while (!open.isEmpty()) {
            Tensor at = open.pop();
            if (at.call() == null || at.rank() < 2 || !at.shape().dim(0).equals(batch) || !seen.add(at.call())) {
                continue;
            }
            if (at.call().what() == Call.What.INPUT) {
                return true;
            }
            at.call().inputs().forEach(open::push);
        }
        return false;
    }

    /** Whether a new row is what stands behind some axis: then the axes before it were folded, and nothing was torn. */
    private static boolean isSuffix(Shape from, Shape to) {
        Expr row = Expr.product(to.dims().subList(1, to.rank())).normal();
        for (int i = 1; i < from.rank(); i++) {
            if (Expr.product(from.dims().subList(i, from.rank())).normal().equals(row)) {
                return true;
            }
        }
        return false;
    }
}
