package layerbook.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import layerbook.count.Backward;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;

/**
 * The work of a training step, row by row: forward, and on the way back for the gradients of inputs and of weights.
 *
 * @param total all rows together, in multiply-adds
 * @param grid the rows
 */
public record BackwardTable(Backward.Row total, Grid grid) implements Tabular {
    /** In multiply-adds if that is the convention, else two operations each. */
    public static BackwardTable of(NetworkView network, Convention convention) {
        int each = convention == Conventions.MACS ? 1 : 2;
        List<Backward.Row> rows = new ArrayList<>(Backward.of(network).stream().filter(r -> !r.forward().isZero()).toList());
        Backward.Row total = Backward.total(rows);
        rows.add(total);
        var columns = List.of(column("#", 5, rows, r -> r.call() == null ? "" : String.valueOf(r.call().index())),
            new Grid.Column("name", false, 0, 12, rows.stream().map(r -> r.call() == null ? "total" : r.call().name()).toList()), column("forward", 0, rows, r -> text(r.forward(), each)),
            column("for inputs", 2, rows, r -> text(r.inputs(), each)), column("for weights", 2, rows, r -> text(r.weights(), each)), column("backward", 0, rows, r -> text(r.backward(), each)),
            column("training step", 1, rows, r -> text(r.forward().plus(r.backward()), each)));
        var notes = new ArrayList<String>();
        notes.add((each == 1 ? "MACs: one" : "FLOPs: two") + " per multiply-add, per example; other operations are not counted");
        notes.add("y = x·W comes back as two products of the same size: dx = dy·Wᵀ and dW = xᵀ·dy");
        notes.add("no dx where nothing before is trained (the first layer), no dW where the weights are frozen; a product of two tensors has two dx");
        Expr forward = Figures.perExample(total.forward());
        if (forward.isNumber() && !forward.isZero() && Figures.perExample(total.backward()).isNumber()) {
            notes.add("backward is " + new java.math.BigDecimal(Figures.perExample(total.backward()).exact()).divide(new java.math.BigDecimal(forward.exact()), 3, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros().toPlainString() + " times forward");
        }
        return new BackwardTable(total, new Grid("backward", columns, Collections.nCopies(rows.size(), ""), notes));
    }

    private static Grid.Column column(String head, int priority, List<Backward.Row> rows, Function<Backward.Row, String> text) {
        return new Grid.Column(head, true, priority, rows.stream().map(text).toList());
    }

    private static String text(Expr macs, int each) {
        return Figures.text(macs.times(each).normal());
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid.text(width, unicode, colour);
    }

    @Override public String html() {
        return grid.html();
    }

    @Override public String toString() {
        return grid.toString();
    }
}
