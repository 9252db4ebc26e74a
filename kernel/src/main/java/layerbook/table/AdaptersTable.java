package layerbook.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.hardware.Adapters;

/** A network with low-rank adapters. Example: {@code lora(net, 8, "q_proj", "v_proj").trainable()}. */
public record AdaptersTable(Adapters adapters, Grid grid) implements Tabular {
    private record Row(String name, String shape, int count, long trainable) {}

    public static AdaptersTable of(Adapters a) {
        Map<List<Object>, Row> rows = new LinkedHashMap<>();
        for (Adapters.Target t : a.targets()) {
            String last = t.name().substring(t.name().lastIndexOf('.') + 1);
            long numbers = t.in().add(t.out()).longValueExact() * a.rank();
            rows.merge(List.of(last, t.out(), t.in()), new Row(last, t.out() + "×" + t.in(), 1, numbers),
                (x, y) -> new Row(x.name(), x.shape(), x.count() + 1, x.trainable() + numbers));
        }
        List<Row> all = List.copyOf(rows.values());
        int count = all.stream().mapToInt(Row::count).sum();
        var columns = List.of(StoredBytesTable.column("layer", false, all, Row::name, "total"), StoredBytesTable.column("weight", false, all, Row::shape, ""),
            StoredBytesTable.column("count", true, all, r -> Expr.of(r.count()).text(), Expr.of(count).text()),
            StoredBytesTable.column("trainable", true, all, r -> Expr.of(r.trainable()).text(), Expr.of(a.added()).text()));
        var notes = List.of("rank " + a.rank() + ": each weight of out×in gets rank·in + out·rank trainable numbers",
            "all parameters " + Expr.of(a.params()).text() + ", adapters included");
        return new AdaptersTable(a, new Grid("lora", columns, Collections.nCopies(all.size() + 1, ""), notes));
    }

    /** The numbers that are trained: those of the adapters. */
    public long trainable() {
        return adapters.added().longValueExact();
    }

    /** All parameters, adapters included. */
    public long params() {
        return adapters.params().longValueExact();
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
