package layerbook.lesson;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.count.Convention;
import layerbook.count.Cost;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.table.EchoTable;
import layerbook.table.Figures;
import layerbook.table.Grid;

/** Two networks side by side: rows of the same name stand together, with what differs. */
public final class Comparison {
    /** A name with its rows in both; null where one has none. */
    private record Pair(String name, Call a, Call b) {}

    private final NetworkView a;
    private final NetworkView b;
    private final Convention convention;
    private final List<Pair> pairs;

    private Comparison(NetworkView a, NetworkView b, Convention convention) {
        this.a = a;
        this.b = b;
        this.convention = convention;
        this.pairs = pairs(named(a), named(b));
    }

    /** The first network against the second. */
    public static Grid of(NetworkView a, NetworkView b, Convention convention) {
        return new Comparison(a, b, convention).grid();
    }

    /** Calls by name; a name that is used again gets a number, and names that are a word and a number are numbered anew in each network. */
    private static Map<String, Call> named(NetworkView v) {
        var out = new LinkedHashMap<String, Call>();
        var counts = new java.util.HashMap<String, Integer>();
        for (Call c : v.calls()) {
            String stem = c.name().replaceFirst("_\\d+$", "");
            boolean numbered = !stem.equals(c.name()) && (stem.equals(c.layer().factoryName()) || stem.endsWith("." + c.layer().factoryName()));
            String name = numbered ? stem + "_" + counts.merge(stem, 1, Integer::sum) : c.name();
            String unused = name;
            for (int i = 2; out.containsKey(unused); i++) {
                unused = name + " (" + i + ")";
            }
            out.put(unused, c);
        }
        return out;
    }

    /** In the order of both: what only one has stands where it stands there. */
    private static List<Pair> pairs(Map<String, Call> a, Map<String, Call> b) {
        var out = new ArrayList<Pair>();
        var left = new ArrayList<>(b.keySet());
        for (Map.Entry<String, Call> e : a.entrySet()) {
            int at = left.indexOf(e.getKey());
            for (int i = 0; i < at && !a.containsKey(left.get(0)); i++) {
                String only = left.remove(0);
                out.add(new Pair(only, null, b.get(only)));
            }
            left.remove(e.getKey());
            out.add(new Pair(e.getKey(), e.getValue(), b.get(e.getKey())));
        }
        left.forEach(only -> out.add(new Pair(only, null, b.get(only))));
        return out;
    }

    private Grid grid() {
        var columns = new ArrayList<Grid.Column>();
        Ledger la = Ledger.of(a.graph());
        Ledger lb = Ledger.of(b.graph());
        Expr paramsA = a.params();
        Expr paramsB = b.params();
        columns.add(column("name", false, 0, Pair::name, "total"));
        columns.add(column("a", false, 7, p -> layer(p.a), ""));
        columns.add(column("b", false, 7, p -> layer(p.b), ""));
        columns.add(column("params a", true, 3, p -> params(la, p.a), paramsA.text()));
        columns.add(column("params b", true, 2, p -> params(lb, p.b), paramsB.text()));
        columns.add(column("Δ params", true, 0, p -> delta(added(la, p.a), added(lb, p.b)), delta(paramsA, paramsB)));
        Expr workA = la.count(a.number(), convention).known();
        Expr workB = lb.count(b.number(), convention).known();
        columns.add(column(convention.unit() + " a", true, 5, p -> work(la, p.a), Figures.text(la.count(a.number(), convention))));
        columns.add(column(convention.unit() + " b", true, 4, p -> work(lb, p.b), Figures.text(lb.count(b.number(), convention))));
        columns.add(column("Δ " + convention.unit(), true, 1, p -> delta(cost(la, p.a), cost(lb, p.b)), delta(workA, workB)));
        var notes = new ArrayList<String>();
        notes.add("b has " + times(paramsA, paramsB) + " the params and " + times(workA, workB) + " the " + convention.unit() + " of a");
        notes.add("output  a " + output(a) + "   b " + output(b));
        notes.add(convention.unit() + ": " + convention.sentence() + ", per example; aligned by name; blank: no such row, = : no difference");
        return new Grid("comparison", columns, Collections.nCopies(pairs.size() + 1, ""), notes);
    }

    private Grid.Column column(String head, boolean right, int priority, Function<Pair, String> text, String total) {
        var cells = new ArrayList<>(pairs.stream().map(text).toList());
        cells.add(total);
        return new Grid.Column(head, right, priority, right ? 0 : 8, cells);
    }

    private static String layer(Call c) {
        return c == null ? "" : EchoTable.layer(c) + " → " + c.outputs().get(0).text();
    }

    private static boolean isInput(Call c) {
        return c == null || c.what() == Call.What.INPUT;
    }

    private static String params(Ledger ledger, Call c) {
        return isInput(c) ? "" : (ledger.added(c).unknown() ? "?" : ledger.added(c).params().text());
    }

    private String work(Ledger ledger, Call c) {
        return isInput(c) ? "" : Figures.text(ledger.cost(c, convention));
    }

    private static Expr added(Ledger ledger, Call c) {
        return isInput(c) ? Expr.ZERO : ledger.added(c).unknown() ? null : ledger.added(c).params();
    }

    private Expr cost(Ledger ledger, Call c) {
        return isInput(c) ? Expr.ZERO : ledger.cost(c, convention) instanceof Cost.Unknown ? null : ledger.cost(c, convention).amount();
    }

    private static String delta(Expr from, Expr to) {
        if (from == null || to == null) {
            return "?";
        }
        Expr difference = Figures.perExample(to.minus(from).normal());
        if (difference.isZero()) {
            return "=";
        }
        String text = difference.text();
        return difference.isNumber() && difference.exact().signum() > 0 ? "+" + text : text;
    }

    private static String times(Expr from, Expr to) {
        Expr f = Figures.perExample(from);
        Expr t = Figures.perExample(to);
        if (!f.isNumber() || !t.isNumber() || f.isZero()) {
            return f.equals(t) ? "1 times" : "? times";
        }
        return new BigDecimal(t.exact()).divide(new BigDecimal(f.exact()), new MathContext(3)).stripTrailingZeros().toPlainString() + " times";
    }

    private static String output(NetworkView v) {
        List<Call> calls = v.calls();
        return calls.get(calls.size() - 1).outputs().get(0).text();
    }
}
