package layerbook.lesson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.count.Convention;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.table.Figures;
import layerbook.table.Grid;
import layerbook.table.Tabular;

/**
 * Parameters against work, layer by layer: two bars for each layer, each the layer's share of the whole. Blocks at a terminal, SVG in HTML, Vega-Lite in notebooks.
 * The SVG is text written here: two columns of bars need no library, and stay readable in any page and theme.
 */
public final class Chart implements Tabular {
    /** More rows than this are put together by the first part of their names. */
    private static final int MANY = 40;

    /** A layer, or several of one block. */
    record Bar(String name, BigInteger params, BigInteger work) {
        Bar plus(Bar o) {
            return new Bar(name, params.add(o.params), work.add(o.work));
        }
    }

    private final List<Bar> bars;
    private final BigInteger params;
    private final BigInteger work;
    private final Convention convention;
    private final List<String> notes;

    private Chart(List<Bar> bars, Convention convention, List<String> notes) {
        this.bars = bars;
        this.params = bars.stream().map(Bar::params).reduce(BigInteger.ZERO, BigInteger::add);
        this.work = bars.stream().map(Bar::work).reduce(BigInteger.ZERO, BigInteger::add);
        this.convention = convention;
        this.notes = notes;
    }

    /** The chart of a network: rows without parameters and work are left out; for one example, other letters cannot be drawn. */
    public static Chart of(NetworkView network, Convention convention) {
        Ledger ledger = Ledger.of(network.graph());
        var bars = new ArrayList<Bar>();
        int unknown = 0;
        for (Call c : network.calls()) {
            Expr p = ledger.added(c).params();
            Expr w = c.what() == Call.What.INPUT ? Expr.ZERO : ledger.cost(c, convention).amount();
            Expr one = w == null ? null : Figures.perExample(w);
            if (one == null || !one.isNumber() || !p.isNumber()) {
                unknown++;
            } else if (!p.isZero() || !one.isZero()) {
                bars.add(new Bar(c.name(), p.exact(), one.exact()));
            }
        }
        var notes = new ArrayList<String>();
        List<Bar> shown = bars.size() > MANY ? together(bars) : bars;
        if (shown.size() < bars.size()) {
            notes.add("layers are put together by the first part of their names");
        }
        if (unknown > 0) {
            notes.add(unknown + (unknown == 1 ? " row is" : " rows are") + " left out: not known as a number");
        }
        return new Chart(shown, convention, notes);
    }

    private static List<Bar> together(List<Bar> bars) {
        var out = new LinkedHashMap<String, Bar>();
        for (Bar b : bars) {
            String first = b.name.split("\\.")[0];
            out.merge(first, new Bar(first, b.params, b.work), Bar::plus);
        }
        return new ArrayList<>(out.values());
    }

    List<Bar> bars() {
        return bars;
    }

    static double share(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? 0 : new BigDecimal(part).divide(new BigDecimal(whole), 6, RoundingMode.HALF_UP).doubleValue();
    }

    static String percent(BigInteger part, BigInteger whole) {
        return layerbook.table.Tree.percent(Expr.of(part), Expr.of(whole));
    }

    // ---- blocks

    @Override public String text(int width, boolean unicode, boolean colour) {
        int name = Math.max(5, bars.stream().mapToInt(b -> b.name.length()).max().orElse(0));
        int room = Math.max(8, (width - name - 2 - 2 * 9 - 2) / 2);
        var out = new StringBuilder();
        String head = "%-" + name + "s  %-" + (room + 9) + "s  %s";
        out.append(String.format(head, "layer", "params " + commas(params), convention.unit() + " " + commas(work)).stripTrailing()).append('\n');
        out.append((unicode ? "─" : "-").repeat(name + 2 * (room + 9) + 4)).append('\n');
        for (Bar b : bars) {
            out.append(String.format(head, b.name, bar(b.params, params, room, unicode), bar(b.work, work, room, unicode)).stripTrailing()).append('\n');
        }
        out.append("each bar is the layer's share of the whole; ").append(convention.unit()).append(": ").append(convention.sentence());
        notes.forEach(n -> out.append('\n').append(n));
        return unicode ? out.toString() : Figures.ascii(out.toString());
    }

    private static String bar(BigInteger part, BigInteger whole, int room, boolean unicode) {
        double eighths = share(part, whole) * room * 8;
        int full = (int) (eighths / 8);
        int rest = (int) Math.round(eighths - full * 8L);
        if (full == 0 && rest == 0 && part.signum() > 0) {
            rest = 1;
        }
        String blocks = unicode ? "█".repeat(full) + (rest == 0 ? "" : "▏▎▍▌▋▊▉█".substring(rest - 1, rest)) : "#".repeat(full) + (rest >= 4 ? "#" : rest > 0 && full == 0 ? "." : "");
        return String.format("%-" + room + "s %8s", blocks, percent(part, whole));
    }

    private static String commas(BigInteger n) {
        return Expr.of(n).text();
    }

    // ---- SVG and Vega-Lite

    @Override public String html() {
        return Drawn.svg(this, "params " + commas(params), convention.unit() + " " + commas(work), params, work) + "\n<p><small>" + convention.unit() + ": " + convention.sentence() + "</small></p>\n";
    }

    @Override public Map<String, Object> mime() {
        return Map.of("application/vnd.vegalite.v5+json", Drawn.vega(this, convention.unit(), params, work));
    }

    @Override public Grid grid() {
        var columns = List.of(new Grid.Column("layer", false, 0, bars.stream().map(Bar::name).toList()), new Grid.Column("params", true, 0, bars.stream().map(b -> commas(b.params)).toList()),
            new Grid.Column("% of params", true, 0, bars.stream().map(b -> percent(b.params, params)).toList()),
            new Grid.Column(convention.unit(), true, 0, bars.stream().map(b -> commas(b.work)).toList()),
            new Grid.Column("% of " + convention.unit(), true, 0, bars.stream().map(b -> percent(b.work, work)).toList()));
        return new Grid("chart", columns, Collections.nCopies(bars.size(), ""), notes);
    }

    @Override public String toString() {
        return text(80, true, false);
    }
}
