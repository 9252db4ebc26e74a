package layerbook.table;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.count.Totals;
import layerbook.formula.Expr;
import layerbook.net.Unit;

/** The units that belong to a network and through which nothing went, as rows behind its calls: their parameters count, so the last sum is that of the network. */
record UnusedRows(List<Row> rows) {
    /**
     * One unit, or several in one row.
     *
     * @param params what it adds
     * @param sum what the network has come to with it
     */
    record Row(String name, String layer, String params, Totals sum) {}

    /** So many rows at most; the last one stands for all that are left. */
    static UnusedRows of(Ledger ledger, int network, Totals before, int most) {
        Map<Unit, Totals> unused = ledger.unused(network);
        var rows = new ArrayList<Row>();
        if (unused.isEmpty()) {
            return new UnusedRows(rows);
        }
        Map<Unit, String> names = names(new NetworkView(ledger.graph(), network));
        Totals sum = before;
        Totals rest = Totals.NONE;
        int more = 0;
        for (Map.Entry<Unit, Totals> e : unused.entrySet()) {
            Totals mine = e.getValue();
            sum = sum.plus(mine);
            if (rows.size() < most) {
                rows.add(new Row(names.getOrDefault(e.getKey(), ""), EchoTable.layer(e.getKey().layer()), text(mine), sum));
            } else {
                rest = rest.plus(mine);
                more++;
            }
        }
        if (more > 0) {
            rows.add(new Row("", Expr.of(more).text() + " more", text(rest), sum));
        }
        return new UnusedRows(rows);
    }

    private static String text(Totals totals) {
        return totals.unknown() ? "?" : totals.params().text();
    }

    private static Map<Unit, String> names(NetworkView network) {
        var out = new IdentityHashMap<Unit, String>();
        network.members().stream().filter(m -> m.unitOrModel() instanceof Unit).forEach(m -> out.putIfAbsent((Unit) m.unitOrModel(), m.path()));
        network.unused().stream().filter(u -> u.givenName() != null).forEach(u -> out.putIfAbsent(u, u.givenName()));
        return out;
    }

    /** The cells of a column. */
    List<String> cells(Function<Row, String> text) {
        return rows.stream().map(text).toList();
    }
}
