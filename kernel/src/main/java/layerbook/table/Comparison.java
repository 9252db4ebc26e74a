package layerbook.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.count.ParamsAs;
import layerbook.count.Sum;
import layerbook.count.Reasons;
import layerbook.formula.Expr;
import layerbook.net.Call;
import tech.tablesaw.api.Table;

/**
 * One network in every convention: layer by layer, in total, and why they differ. What does not fit a line goes on in a further table, so that no
 * convention is lost and no number is cut; of a long network the first and the last rows are shown.
 *
 * @param layers a row for each call, a column for each convention, the totals last
 * @param totals a row for each convention and for each tool that totals parameters alone
 * @param reasons what each counts and why it differs
 */
public record Comparison(Grid layers, Grid totals, List<String> reasons) implements Laid {
    private static final int LONG = 24;
    private static final int EACH_END = 10;
    /** The columns that name a row, and stand in front of each table. */
    private static final int NAMES = 2;

    public static Comparison of(NetworkView network, List<Convention> conventions) {
        Ledger ledger = Ledger.of(network.graph());
        List<Call> calls = network.calls();
        var columns = new ArrayList<Grid.Column>();
        columns.add(new Grid.Column("#", true, 0, cells(calls, c -> String.valueOf(c.index()), "")));
        columns.add(new Grid.Column("layer", false, 0, cells(calls, c -> c.layer().factoryName(), "total")));
        for (Convention c : conventions) {
            columns.add(new Grid.Column(c.name(), true, 0, cells(calls, call -> call.what() == Call.What.INPUT ? "" : Figures.text(ledger.cost(call, c)), Figures.text(ledger.count(network.number(), c)))));
        }
        return new Comparison(new Grid("conventions", columns, unmarked(calls.size() + 1), List.of()), totals(network, conventions, ledger), reasons(network, conventions));
    }

    private static List<String> cells(List<Call> calls, Function<Call, String> text, String total) {
        var out = new ArrayList<>(calls.stream().map(text).toList());
        out.add(total);
        return out;
    }

    private static List<String> unmarked(int rows) {
        return java.util.Collections.nCopies(rows, "");
    }

    private static Grid totals(NetworkView network, List<Convention> conventions, Ledger ledger) {
        var names = new ArrayList<String>();
        var work = new ArrayList<String>();
        var params = new ArrayList<String>();
        for (Convention c : conventions) {
            names.add(c.name());
            work.add(Figures.text(ledger.count(network.number(), c)));
            params.add(params(c.params(network)));
        }
        for (Map.Entry<String, Expr> e : ParamsAs.alone(network).entrySet()) {
            names.add(e.getKey());
            work.add("–");
            params.add(params(e.getValue()));
        }
        return new Grid("totals", List.of(new Grid.Column("convention", false, 0, names), new Grid.Column("total", true, 0, work), new Grid.Column("params", true, 0, params)), unmarked(names.size()), List.of());
    }

    private static String params(Expr e) {
        return e == null ? "–" : Figures.text(e);
    }

    private static List<String> reasons(NetworkView network, List<Convention> conventions) {
        var out = new ArrayList<String>();
        for (Convention c : conventions) {
            out.add(c.name() + ": " + c.sentence());
            Reasons.of(c, network).forEach(r -> out.add("· " + r));
        }
        for (Convention old : Conventions.older()) {
            Sum then = Ledger.of(network.graph()).count(network.number(), old);
            conventions.stream().filter(c -> old.name().startsWith(c.name())).filter(c -> !Figures.text(then).equals(Figures.text(Ledger.of(network.graph()).count(network.number(), c))))
                .forEach(c -> out.add(old.name() + " (" + old.version() + "): " + Figures.text(then) + ", not as " + c.name() + " (" + c.version() + ")"));
        }
        ParamsAs.remarks(network).forEach(out::add);
        String versions = conventions.stream().map(Convention::version).filter(v -> !v.isEmpty()).collect(Collectors.joining(", "));
        if (!versions.isEmpty()) {
            out.add("as counted by " + versions);
        }
        out.add("per example; – is not counted, ? unknown, ≥ at least");
        return out;
    }

    /** All rows and columns, to filter, sort and export. */
    public Table table() {
        return layers.table();
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        var out = new ArrayList<String>();
        Grid folded = folded();
        int from = NAMES;
        while (from < folded.columns().size()) {
            int until = from + 1;
            while (until < folded.columns().size() && width(folded, from, until + 1) <= width) {
                until++;
            }
            out.add(block(folded, from, until).text(width, unicode, colour));
            from = until;
        }
        out.add(new Grid("totals", totals.columns(), totals.marks(), reasons).text(width, unicode, colour));
        return String.join("\n\n", out);
    }

    private static int width(Grid g, int from, int until) {
        return block(g, from, until).columns().stream().mapToInt(c -> c.width() + 2).sum() - 2;
    }

    private static Grid block(Grid g, int from, int until) {
        var columns = new ArrayList<>(g.columns().subList(0, NAMES));
        columns.addAll(g.columns().subList(from, until));
        return new Grid(g.name(), columns, g.marks(), List.of());
    }

    /** The first and last rows of a long network, and the totals. */
    private Grid folded() {
        int rows = layers.rows();
        if (rows <= LONG + 1) {
            return layers;
        }
        var columns = layers.columns().stream().map(c -> {
            var cells = new ArrayList<>(c.cells().subList(0, EACH_END));
            cells.add(c.head().equals("layer") ? "⋮ " + (rows - 1 - 2 * EACH_END) + " rows" : c.head().equals("#") ? "⋮" : "");
            cells.addAll(c.cells().subList(rows - 1 - EACH_END, rows));
            return new Grid.Column(c.head(), c.right(), c.priority(), cells);
        }).toList();
        return new Grid(layers.name(), columns, unmarked(2 * EACH_END + 2), List.of());
    }

    @Override public String html() {
        return layers.html() + new Grid("totals", totals.columns(), totals.marks(), reasons).html();
    }
}
