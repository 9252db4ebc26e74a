package layerbook.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Cost;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.count.Owned;
import layerbook.count.Site;
import layerbook.count.Totals;
import layerbook.formula.Expr;
import layerbook.layer.Param;
import layerbook.net.ModuleRun;
import layerbook.net.WeightRef;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/**
 * A network as the tree of its models, blocks, layers and functions: a row of something that holds others sums up what is in it. Weights count where they are
 * used first; a row that only uses them again says so.
 */
public final class Tree {
    /** What can be shown of each row, by the word that chooses it. */
    public enum Column { TYPE, INPUT, OUTPUT, KERNEL, GROUPS, PARAMS, PERCENT, MACS, WORK, TRAINABLE }

    /** The columns that are shown if none are chosen. */
    public static final List<Column> USUAL = List.of(Column.TYPE, Column.INPUT, Column.OUTPUT, Column.KERNEL, Column.PARAMS, Column.PERCENT, Column.MACS, Column.WORK, Column.TRAINABLE);

    /** torchinfo's words for columns. */
    private static final Map<String, String> TOOL_NAMES = Map.of("input_size", "input", "output_size", "output", "num_params", "params", "params_percent", "percent", "kernel_size", "kernel", "mult_adds", "macs");

    /** A row: what runs, how deep it stands, what it adds. */
    private static final class Row {
        final String text;
        final ModuleRun run;
        Expr params = Expr.ZERO;
        Expr trainable = Expr.ZERO;
        boolean again;
        final Map<Convention, Cost> costs = new LinkedHashMap<>();

        Row(String text, ModuleRun run) {
            this.text = text;
            this.run = run;
        }
    }

    private final NetworkView network;
    private final int depth;
    private final List<Convention> conventions;
    private final List<Row> rows = new ArrayList<>();
    private final Set<WeightRef> seen = new HashSet<>();

    private Tree(NetworkView network, int depth, Convention convention) {
        this.network = network;
        this.depth = depth;
        this.conventions = List.copyOf(new LinkedHashSet<>(List.of(Conventions.MACS, convention)));
    }

    /**
     * The tree of a network.
     *
     * @param depth how deep it is shown; what lies deeper is summed up
     * @param columns what is shown, in this order
     */
    public static Grid of(NetworkView network, int depth, List<Column> columns, Convention convention) {
        var tree = new Tree(network, depth, convention);
        List<ModuleRun> roots = ModuleRun.of(network.calls());
        for (int i = 0; i < roots.size(); i++) {
            tree.add(roots.get(i), 0, "", "", null);
        }
        return tree.grid(columns);
    }

    /** Adds a row and what is below it; gives the row, shown or not, so that the one above can sum up. */
    private Row add(ModuleRun run, int at, String start, String below, Site around) {
        String name = run.name().isEmpty() ? run.className() : run.name();
        var row = new Row(start + name, run);
        if (at <= depth) {
            rows.add(row);
        }
        Site site = run.applied() == null ? null : new Site(run.applied(), run.isModule(), run.call(), around);
        own(row, site);
        List<ModuleRun> inside = run.inside();
        for (int i = 0; i < inside.size(); i++) {
            boolean last = i == inside.size() - 1;
            Row inner = add(inside.get(i), at + 1, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), site);
            if (run.applied() == null) {
                row.params = row.params.plus(inner.params).normal();
                row.trainable = row.trainable.plus(inner.trainable).normal();
                conventions.forEach(c -> row.costs.merge(c, inner.costs.get(c), Cost::plus));
            }
        }
        return row;
    }

    private void own(Row row, Site site) {
        ModuleRun run = row.run;
        conventions.forEach(c -> row.costs.put(c, site == null ? Cost.UNCOUNTED : c.cost(site)));
        Owned owned = run.kind() == ModuleRun.Kind.LAYER ? Owned.of(network.graph(), run.module()) : run.module() == null || run.kind() == ModuleRun.Kind.SEQUENTIAL
            ? new Owned(Map.of(), Set.of()) : Owned.direct(network.graph(), run.module());
        boolean part = run.module() instanceof List<?>;
        boolean known = false;
        for (Map.Entry<WeightRef, Expr> w : owned.sizes().entrySet()) {
            if (part || seen.add(w.getKey())) {
                row.params = row.params.plus(w.getValue()).normal();
                row.trainable = owned.frozen().contains(w.getKey()) ? row.trainable : row.trainable.plus(w.getValue()).normal();
            } else {
                known = true;
            }
        }
        row.again = known && row.params.isZero();
    }

    // ---- as a table

    private Grid grid(List<Column> columns) {
        Totals totals = Ledger.of(network.graph()).totals(network.number());
        var out = new ArrayList<Grid.Column>();
        out.add(new Grid.Column("name", false, 0, rows.stream().map(r -> r.text).toList()));
        boolean chosen = columns != USUAL;
        for (Column c : columns) {
            switch (c) {
                case TYPE -> add(out, "type", false, 5, r -> r.text.endsWith(r.run.className()) && r.run.name().isEmpty() ? "" : r.run.className());
                case INPUT -> add(out, "input", false, 8, r -> r.run.inputs().isEmpty() ? "" : shapes(r.run.inputs()));
                case OUTPUT -> add(out, "output", false, 2, r -> shapes(r.run.outputs()));
                case KERNEL -> add(out, "kernel", false, 9, r -> kernel(r.run));
                case GROUPS -> add(out, "groups", true, 9, r -> argument(r.run, "groups"));
                case PARAMS -> add(out, "params", true, 0, r -> r.again ? "again" : Figures.text(r.params));
                case PERCENT -> add(out, "%", true, 3, r -> r.again ? "" : percent(r.params, totals.params()));
                case MACS -> add(out, "MACs", true, 1, r -> Figures.text(r.costs.get(Conventions.MACS)));
                case WORK -> conventions.stream().skip(1).forEach(k -> add(out, k.unit(), true, 6, r -> Figures.text(r.costs.get(k))));
                case TRAINABLE -> add(out, "trainable", false, 7, Tree::trainable);
                default -> throw new IllegalStateException();
            }
        }
        List<Grid.Column> shown = !chosen ? out : java.util.stream.IntStream.range(0, out.size()).mapToObj(i -> new Grid.Column(out.get(i).head(), out.get(i).right(), Math.min(i, 6), out.get(i).cells())).toList();
        return new Grid("tree", shown, Collections.nCopies(rows.size(), ""), notes(totals));
    }

    private void add(List<Grid.Column> out, String head, boolean right, int priority, java.util.function.Function<Row, String> text) {
        out.add(new Grid.Column(head, right, priority, rows.stream().map(text).toList()));
    }

    private static String shapes(List<TensorType> types) {
        return types.stream().map(TensorType::text).collect(Collectors.joining(", "));
    }

    private static String argument(ModuleRun run, String name) {
        return run.applied() != null && run.applied().layer() instanceof layerbook.layer.BuiltIn b && b.args().has(name) ? layerbook.layer.Arguments.briefValue(b.args().get(name)) : "";
    }

    /** The sizes of the window, for what has one. */
    private static String kernel(ModuleRun run) {
        String given = argument(run, "kernelSize");
        List<Param> weights = run.applied() == null ? List.of() : run.applied().weights();
        if (given.isEmpty() || weights.isEmpty() || weights.get(0).dims().size() < 3) {
            return given;
        }
        return weights.get(0).dims().subList(2, weights.get(0).dims().size()).stream().map(Expr::text).collect(Collectors.joining("×"));
    }

    /** As torchinfo prints the window: {@code [3, 3]}, {@code 2}, {@code --}. */
    static String kernelSizes(ModuleRun run) {
        String sizes = run == null ? "" : kernel(run);
        boolean list = run != null && run.applied() != null && !run.applied().weights().isEmpty() && !sizes.isEmpty();
        return sizes.isEmpty() ? "--" : list || sizes.contains("×") ? "[" + sizes.replace("×", ", ") + "]" : sizes;
    }

    static String groupCount(ModuleRun run) {
        String groups = run == null ? "" : argument(run, "groups");
        return groups.isEmpty() ? "--" : groups;
    }

    private static String trainable(Row r) {
        return r.params.isZero() ? "" : r.trainable.isZero() ? "no" : r.trainable.equals(r.params) ? "yes" : "partly";
    }

    /** A share of the whole, in percent. */
    public static String percent(Expr part, Expr whole) {
        Expr p = Figures.perExample(part);
        Expr w = Figures.perExample(whole);
        if (!p.isNumber() || !w.isNumber() || w.isZero()) {
            return "";
        }
        boolean tiny = p.exact().signum() > 0 && p.exact().multiply(BigInteger.valueOf(2000)).compareTo(w.exact()) < 0;
        return p.isZero() ? "0 %" : tiny ? "<0.1 %" : new BigDecimal(p.exact().multiply(BigInteger.valueOf(100))).divide(new BigDecimal(w.exact()), 1, RoundingMode.HALF_UP) + " %";
    }

    private List<String> notes(Totals t) {
        Ledger ledger = Ledger.of(network.graph());
        var notes = new ArrayList<String>();
        notes.add("params " + (t.unknown() ? "≥ " : "") + t.params().text() + "   trainable " + t.trainable().text() + "   not trainable " + t.params().minus(t.trainable()).normal().text()
            + "   buffers " + t.buffers().text());
        notes.add(conventions.stream().map(c -> c.unit() + " " + Figures.text(ledger.count(network.number(), c))).collect(Collectors.joining("   ")) + "   per example");
        notes.add(Bytes.line(network));
        network.unused().forEach(u -> notes.add("not used: " + u));
        notes.add("a row with others in it is their sum" + (conventions.size() > 1 ? "; " + conventions.get(1).unit() + ": " + conventions.get(1).sentence() : ""));
        return notes;
    }

    /** A column by its name. */
    public static Column column(String name) {
        String plain = TOOL_NAMES.getOrDefault(name, name);
        for (Column c : Column.values()) {
            if (c.name().equalsIgnoreCase(plain)) {
                return c;
            }
        }
        throw Refusal.option("a tree has no column " + name).why("it has " + java.util.Arrays.stream(Column.values()).map(c -> c.name().toLowerCase(java.util.Locale.ROOT)).collect(Collectors.joining(", ")))
            .fix("tree(columns(\"output\", \"params\", \"macs\"))");
    }
}
