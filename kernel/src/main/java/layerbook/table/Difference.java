package layerbook.table;

import java.util.ArrayList;
import java.util.List;
import layerbook.count.Convention;
import layerbook.count.Ledger;
import layerbook.net.Call;
import layerbook.net.Graph;

/** What a change of earlier statements did to the networks: the rows that went (−) and those that came (+), and the totals before and after. */
public final class Difference {
    private static final int MOST = 4_000_000;

    /** One row as far as it can be seen; equal rows are the same row. */
    private record Row(int index, String layer, String output, String params, String work) {
        boolean isSame(Row other) {
            return layer.equals(other.layer) && output.equals(other.output) && params.equals(other.params) && work.equals(other.work);
        }
    }

    /** A row that went or came. */
    private record Change(String sign, Row row) {}

    private Difference() {}

    /** The rows of one graph against those of another. */
    public static Grid of(Graph before, Graph now, Convention convention) {
        List<Row> old = rows(before, convention);
        List<Row> fresh = rows(now, convention);
        List<Change> changes = changes(old, fresh);
        List<Grid.Column> columns = List.of(
            column("", false, 0, changes.stream().map(Change::sign).toList()),
            column("#", true, 0, changes.stream().map(c -> String.valueOf(c.row.index)).toList()),
            new Grid.Column("layer", false, 0, EchoTable.NARROW, changes.stream().map(c -> c.row.layer).toList()),
            column("output", false, 0, changes.stream().map(c -> c.row.output).toList()),
            column("params", true, 1, changes.stream().map(c -> c.row.params).toList()),
            column(convention.unit(), true, 2, changes.stream().map(c -> c.row.work).toList()));
        int same = fresh.size() - (int) changes.stream().filter(c -> c.sign.equals("+")).count();
        var notes = new ArrayList<String>();
        notes.add(same + (same == 1 ? " row is" : " rows are") + " as before");
        notes.addAll(totals(before, now, convention));
        return new Grid("difference", changes.isEmpty() ? List.of() : columns, changes.stream().map(c -> "").toList(), notes);
    }

    private static Grid.Column column(String head, boolean right, int priority, List<String> cells) {
        return new Grid.Column(head, right, priority, cells);
    }

    private static List<Row> rows(Graph graph, Convention convention) {
        Ledger ledger = Ledger.of(graph);
        return graph.calls().stream().map(c -> row(c, ledger, convention)).toList();
    }

    private static Row row(Call call, Ledger ledger, Convention convention) {
        boolean input = call.what() == Call.What.INPUT;
        return new Row(call.index(), EchoTable.layer(call), call.outputs().get(0).text(), input ? "" : ledger.added(call).unknown() ? "?" : ledger.added(call).params().text(),
            input ? "" : Figures.text(ledger.cost(call, convention)));
    }

    private static List<String> totals(Graph before, Graph now, Convention convention) {
        if (before.isEmpty() || now.isEmpty()) {
            return List.of();
        }
        String params = fromTo("Σ params", Ledger.of(before).upTo(before.last()).params().text(), Ledger.of(now).upTo(now.last()).params().text());
        String work = fromTo("Σ " + convention.unit(), Figures.text(Ledger.of(before).upTo(before.last(), convention)), Figures.text(Ledger.of(now).upTo(now.last(), convention)));
        return List.of(params, work);
    }

    private static String fromTo(String what, String before, String now) {
        return what + "  " + (before.equals(now) ? now + ", as before" : before + " → " + now);
    }

    private static List<Change> changes(List<Row> old, List<Row> fresh) {
        int begin = 0;
        while (begin < Math.min(old.size(), fresh.size()) && old.get(begin).isSame(fresh.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < Math.min(old.size(), fresh.size()) - begin && old.get(old.size() - 1 - end).isSame(fresh.get(fresh.size() - 1 - end))) {
            end++;
        }
        return between(old.subList(begin, old.size() - end), fresh.subList(begin, fresh.size() - end));
    }

    /** By the longest common sequence of rows, where that is not too long to be worked out. */
    private static List<Change> between(List<Row> old, List<Row> fresh) {
        int[][] common = common(old, fresh);
        var changes = new ArrayList<Change>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (common != null && i < old.size() && j < fresh.size() && old.get(i).isSame(fresh.get(j))) {
                i++;
                j++;
            } else if (i < old.size() && (j == fresh.size() || common == null || common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new Change("−", old.get(i++)));
            } else {
                changes.add(new Change("+", fresh.get(j++)));
            }
        }
        return changes;
    }

    private static int[][] common(List<Row> old, List<Row> fresh) {
        if ((long) old.size() * fresh.size() > MOST) {
            return null;
        }
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).isSame(fresh.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
