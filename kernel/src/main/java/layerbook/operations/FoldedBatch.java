package layerbook.operations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.Tensor;
import layerbook.shape.Shape;

/** Warns of a view that turns the batch into another number of rows because -1 was worked out so; who writes the rows out means them. */
final class FoldedBatch {
    private static final Set<String> REFOLDING = Set.of("view", "reshape");

    private FoldedBatch() {}

    static Tensor warned(Tensor from, Tensor to, Operation by) {
        if (!REFOLDING.contains(by.operator().name()) || !by.arguments().has("shape")) {
            return to;
        }
        List<Expr> sizes = by.arguments().sizes("shape");
        boolean workedOut = !sizes.isEmpty() && sizes.get(0).equals(Expr.of(-1));
        if (workedOut && from.rank() > 0 && to.rank() > 0 && from.shape().dim(0).equals(Letters.N) && !to.shape().dim(0).equals(Letters.N)) {
            Expr rows = to.shape().dim(0).at(Map.of(Letters.N, Expr.ONE));
            String even = isSuffix(from.shape(), to.shape()) ? "" : ", so the sizes behind the batch do not make up a row of " + to.shape().dim(-1).text();
            from.book().warn(by.factoryName() + " turns 1 example into " + rows.text() + " rows: " + from.shape().text() + " became " + to.shape().text() + even);
        }
        return to;
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
