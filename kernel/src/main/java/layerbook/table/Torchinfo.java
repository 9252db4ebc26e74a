package layerbook.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import layerbook.count.Conventions;
import layerbook.count.Cost;
import layerbook.count.NetworkView;
import layerbook.count.Owned;
import layerbook.count.Site;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Members;
import layerbook.net.Model;
import layerbook.net.ModuleRun;
import layerbook.net.Unit;
import layerbook.net.WeightRef;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * What {@code torchinfo.summary(model, input_size)} prints, to the letter, for one example: modules in the order in which they begin, as a tree down to a depth;
 * decimal units. A network without a model is printed as the Sequential it would be. Source: torchinfo 1.8.0, torchinfo.py, layer_info.py, model_statistics.py.
 */
public final class Torchinfo {
    /** What Python's {@code sys.getsizeof} adds to the bytes of a storage (torch 1.13; later ones add 72). */
    private static final long HEADER = 56;
    private static final int COLUMN = 25;

    /** A row; those that follow it and are deeper are its children. */
    private static final class Row {
        final ModuleRun run;
        final ModuleTree.Node node;
        final String className;
        final int depth;
        final boolean leaf;
        final Owned owned;
        boolean recursive;
        int index;
        List<Row> children = List.of();

        Row(ModuleRun run, ModuleTree.Node node, String className, boolean leaf, Owned owned) {
            this.run = run;
            this.node = node;
            this.className = className;
            this.depth = node.depth;
            this.leaf = leaf;
            this.owned = owned;
        }

        Object id() {
            return node.module();
        }

        BigInteger params() {
            return owned.params();
        }

        String name() {
            return depth == 0 ? className : className + ": " + depth + "-" + index;
        }
    }

    private final Graph graph;
    private final NetworkView network;
    private final int depth;
    private final List<Tree.Column> columns;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private final Map<Object, Object> parts = new HashMap<>();
    private ModuleTree tree;

    private Torchinfo(NetworkView network, int depth, List<Tree.Column> columns) {
        this.columns = columns;
        this.network = network;
        this.graph = network.graph();
        this.depth = depth;
    }

    /** What it shows if no columns are chosen. */
    public static final List<Tree.Column> USUAL = List.of(Tree.Column.OUTPUT, Tree.Column.PARAMS);

    /** The text; modules deeper than {@code depth} are summed up in the row above them (the tool's standard is 3). */
    public static Printed of(NetworkView network, int depth) {
        return of(network, depth, USUAL);
    }

    /** The same with other columns, the tool's {@code col_names}: input, output, kernel, groups, params, percent, macs, trainable. */
    public static Printed of(NetworkView network, int depth, List<Tree.Column> columns) {
        var t = new Torchinfo(network, depth, columns);
        t.columns.forEach(Torchinfo::head);
        t.collect();
        t.number();
        t.tied();
        String text = t.text();
        return new Printed(text, t.grid(text));
    }

    private Grid grid(String text) {
        List<Row> shown = rows.stream().filter(r -> r.depth <= depth).toList();
        List<String> notes = text.lines().filter(l -> l.matches("[TNIFPE]\\w+ .*: .*")).toList();
        var grid = new ArrayList<Grid.Column>();
        grid.add(new Grid.Column("Layer (type:depth-idx)", false, 0, shown.stream().map(r -> start(r.depth) + r.name()).toList()));
        columns.forEach(c -> grid.add(new Grid.Column(head(c), c == Tree.Column.PARAMS || c == Tree.Column.MACS, 0, shown.stream().map(r -> cell(r, c)).toList())));
        return new Grid("torchinfo", grid, java.util.Collections.nCopies(shown.size(), ""), notes);
    }

    private static String head(Tree.Column c) {
        return switch (c) {
            case INPUT -> "Input Shape";
            case OUTPUT -> "Output Shape";
            case KERNEL -> "Kernel Shape";
            case GROUPS -> "Groups";
            case PARAMS -> "Param #";
            case PERCENT -> "Param %";
            case MACS -> "Mult-Adds";
            case TRAINABLE -> "Trainable";
            default -> throw Refusal.option("torchinfo has no column " + c.name().toLowerCase(Locale.ROOT)).why("it has input, output, kernel, groups, params, percent, macs and trainable")
                .fix("summary(TORCHINFO, columns(\"output\", \"params\", \"macs\"))");
        };
    }

    private String cell(Row r, Tree.Column c) {
        return switch (c) {
            case INPUT -> r.run == null || r.run.inputs().isEmpty() ? "--" : shape(r.run.inputs().get(0).shape());
            case OUTPUT -> output(r);
            case KERNEL -> Tree.kernelSizes(r.run);
            case GROUPS -> Tree.groupCount(r.run);
            case PARAMS -> params(r);
            case PERCENT -> percent(r);
            case MACS -> workOf(r);
            default -> trainable(r.owned);
        };
    }

    private String percent(Row r) {
        if (r.recursive && rows.get(0).params().signum() > 0) {
            return "(recursive)";
        }
        BigInteger own = r.depth == depth || r.leaf ? r.params() : leftover(r);
        BigInteger all = rows.get(0).params();
        return own.signum() == 0 || all.signum() == 0 ? "     --" : String.format(Locale.ROOT, "%6.2f%%", 100 * own.doubleValue() / all.doubleValue());
    }

    private String workOf(Row r) {
        BigInteger work = r.leaf && r.run != null ? macs(r) : BigInteger.ZERO;
        if (!r.leaf && r.run != null && r.depth == depth) {
            work = r.children.stream().filter(c -> c.leaf && c.run != null).map(this::macs).reduce(BigInteger.ZERO, BigInteger::add);
        }
        return work.signum() == 0 ? "--" : commas(work);
    }

    private static String trainable(Owned o) {
        return o.params().signum() == 0 ? "--" : o.trainable().signum() == 0 ? "False" : o.trainable().equals(o.params()) ? "True" : "Partial";
    }

    private static String output(Row r) {
        return r.run == null ? "--" : shape(r.run.outputs().get(0).shape());
    }

    // ---- rows

    private void collect() {
        List<ModuleRun> roots = modules(ModuleRun.of(network.calls()));
        boolean one = roots.size() == 1 && roots.get(0).kind() != ModuleRun.Kind.LAYER;
        var ran = new ArrayList<Row>();
        if (one) {
            tree = new ModuleTree(roots.get(0).module());
            run(roots.get(0), ran);
        } else {
            var units = new ArrayList<Object>(network.unused());
            network.calls().stream().filter(c -> c.unit() != null).forEach(c -> units.add(c.unit()));
            Call last = graph.tip(network.number());
            tree = new ModuleTree("whole");
            var whole = new ModuleRun("", "Sequential", ModuleRun.Kind.SEQUENTIAL, "whole", List.of(), last.outputs(), List.of(), null, null);
            begin(new Row(whole, tree.begin("whole", ""), "Sequential", false, Owned.of(graph, units, true)), ran);
            roots.forEach(r -> run(r, ran));
        }
        withContainers(ran);
    }

    /** Runs of modules; those in named blocks stand where the block does. */
    private static List<ModuleRun> modules(List<ModuleRun> runs) {
        var out = new ArrayList<ModuleRun>();
        for (ModuleRun r : runs) {
            if (r.isModule()) {
                out.add(r);
            } else if (r.kind() == ModuleRun.Kind.BLOCK) {
                out.addAll(modules(r.inside()));
            }
        }
        return out;
    }

    private void begin(Row row, List<Row> ran) {
        row.recursive = !seen.add(row.id());
        ran.add(row);
    }

    private void run(ModuleRun r, List<Row> ran) {
        begin(new Row(r, tree.begin(key(r), r.name().isEmpty() ? r.className() : r.name()), r.className(), isLeaf(r), Owned.of(graph, r.module())), ran);
        boolean fused = r.kind() == ModuleRun.Kind.LAYER && Conventions.TORCHINFO.own(new Site(r.applied(), true, null, null)) instanceof Cost.Uncounted;
        if (!fused) {
            modules(r.inside()).forEach(inner -> run(inner, ran));
        }
        tree.end();
    }

    /** The identity of what runs: of a part of a composite layer the same at each run. */
    private Object key(ModuleRun r) {
        return r.module() instanceof List<?> ? parts.computeIfAbsent(r.module(), k -> k) : r.module();
    }

    /** Lists of modules, and modules that do not run themselves, get a row where something in them begins to run. Source: add_missing_container_layers. */
    private void withContainers(List<Row> ran) {
        Set<Object> ids = new HashSet<>();
        ran.forEach(r -> ids.add(r.id()));
        Map<ModuleTree.Node, Row> containers = new HashMap<>();
        Map<Integer, Object> current = new HashMap<>();
        for (Row row : ran) {
            for (ModuleTree.Node above : above(row.node)) {
                Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
                if (current.get(above.depth) != above.module() && (last == null || last != containers.get(above))) {
                    Row container = containers.computeIfAbsent(above, this::container);
                    container.recursive |= !ids.add(container.id());
                    rows.add(container);
                    current.put(above.depth, above.module());
                }
            }
            rows.add(row);
            current.put(row.depth, row.node.module());
            for (int d = row.depth + 1; current.containsKey(d); d++) {
                current.remove(d);
            }
        }
    }

    /** What stands between the outermost module and this one, outer ones first. */
    private static List<ModuleTree.Node> above(ModuleTree.Node node) {
        var out = new ArrayList<ModuleTree.Node>();
        for (ModuleTree.Node n = node.parent; n != null && n.depth > 0; n = n.parent) {
            out.add(0, n);
        }
        return out;
    }

    private Row container(ModuleTree.Node node) {
        if (node.isList()) {
            return new Row(null, node, node.listClass(), false, Owned.of(graph, node.modules(), true));
        }
        String name = node.module() instanceof Model m ? Members.className(m) : node.module() instanceof Unit u ? u.layer().className() : node.name;
        return new Row(null, node, name, node.children.isEmpty(), Owned.of(graph, node.module()));
    }

    private static boolean isLeaf(ModuleRun r) {
        if (r.kind() == ModuleRun.Kind.LAYER) {
            return r.inside().stream().noneMatch(ModuleRun::isModule) && !r.className().equals("MultiheadAttention");
        }
        return Members.direct(r.module()).stream().allMatch(m -> m.unitOrModel() instanceof Unit u && Owned.isBare(u));
    }

    private void number() {
        var counts = new HashMap<Integer, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            row.index = counts.merge(row.depth, 1, Integer::sum);
            int until = i + 1;
            while (until < rows.size() && rows.get(until).depth > row.depth) {
                until++;
            }
            row.children = rows.subList(i + 1, until);
        }
    }

    /** A row all of whose own weights stand in an earlier one is marked too. */
    private void tied() {
        var known = new HashSet<WeightRef>();
        for (Row row : rows) {
            Set<WeightRef> own = row.run == null || row.id().equals("whole") ? Set.of() : Owned.direct(graph, row.id()).sizes().keySet();
            boolean isNew = false;
            for (WeightRef w : own) {
                isNew |= known.add(w);
            }
            row.recursive |= !isNew && !own.isEmpty();
        }
    }

    // ---- text

    private String text() {
        int name = Math.max(40, rows.stream().mapToInt(r -> r.name().length() + r.depth * 5 + 1).max().orElse(0));
        int width = (name + 4) / 5 * 5;
        String divider = "=".repeat(width + columns.size() * COLUMN) + "\n";
        var out = new StringBuilder(divider).append(line(width, "Layer (type:depth-idx)", columns.stream().map(Torchinfo::head).toList())).append(divider);
        for (Row r : rows) {
            if (r.depth <= depth) {
                out.append(line(width, start(r.depth) + r.name(), columns.stream().map(c -> cell(r, c)).toList()));
            }
        }
        return out.append(divider).append(totals(divider)).append(divider.stripTrailing()).toString();
    }

    private static String line(int width, String name, List<String> cells) {
        var out = new StringBuilder(String.format(Locale.ROOT, "%-" + width + "s ", name));
        cells.forEach(c -> out.append(String.format(Locale.ROOT, "%-25s ", c)));
        return out.toString().stripTrailing() + "\n";
    }

    private static String start(int depth) {
        return depth == 0 ? "" : depth == 1 ? "├─" : "│    ".repeat(depth - 1) + "└─";
    }

    private String params(Row r) {
        if (r.params().signum() == 0) {
            return "--";
        } else if (r.recursive) {
            return "(recursive)";
        } else if (r.depth == depth || r.leaf) {
            String text = commas(r.params());
            return r.owned.trainable().signum() == 0 ? "(" + text + ")" : text;
        }
        BigInteger left = leftover(r);
        return left.signum() > 0 ? commas(left) : "--";
    }

    /** What a row holds besides the rows below it. */
    private static BigInteger leftover(Row row) {
        BigInteger left = row.params();
        var known = new HashSet<Object>();
        for (int i = 0; i < row.children.size(); i++) {
            Row child = row.children.get(i);
            if (child.recursive) {
                left = known.add(child.id()) ? left.subtract(child.params()) : left;
                while (i + 1 < row.children.size() && row.children.get(i + 1).depth > child.depth) {
                    i++;
                }
            } else {
                known.add(child.id());
                left = left.subtract(child.leaf ? child.params() : leftover(child));
            }
        }
        return left;
    }

    private String totals(String divider) {
        BigInteger all = rows.get(0).params();
        BigInteger trained = rows.get(0).owned.trainable();
        BigInteger macs = BigInteger.ZERO;
        BigInteger kept = BigInteger.ZERO;
        for (Row r : rows) {
            if (r.leaf && r.run != null) {
                macs = macs.add(macs(r));
                TensorType y = r.run.outputs().get(0);
                kept = r.params().signum() > 0 ? kept.add(numel(y).multiply(BigInteger.valueOf(2L * y.dtype().bytes()))) : kept;
            }
        }
        BigInteger in = network.calls().stream().filter(c -> c.what() == Call.What.INPUT).map(c -> c.outputs().get(0))
            .map(t -> numel(t).multiply(BigInteger.valueOf(t.dtype().bytes())).add(BigInteger.valueOf(HEADER))).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger weights = all.shiftLeft(2);
        return "Total params: " + commas(all) + "\nTrainable params: " + commas(trained) + "\nNon-trainable params: " + commas(all.subtract(trained))
            + "\nTotal mult-adds" + readable(macs, "") + "\n" + divider + "Input size" + readable(in, "B") + "\nForward/backward pass size" + readable(kept, "B")
            + "\nParams size" + readable(weights, "B") + "\nEstimated Total Size" + readable(in.add(kept).add(weights), "B") + "\n";
    }

    private BigInteger macs(Row r) {
        if (r.run.kind() == ModuleRun.Kind.LAYER) {
            Expr amount = Conventions.TORCHINFO.cost(new Site(r.run.applied(), true, r.run.call(), null)).amount();
            Expr one = amount == null ? Expr.ZERO : Figures.perExample(amount);
            return one.isNumber() ? one.exact() : BigInteger.ZERO;
        }
        Shape y = r.run.outputs().get(0).shape();
        BigInteger sum = BigInteger.ZERO;
        for (Members.Member m : Members.direct(r.run.module())) {
            int axes = m.path().equals("weight") || m.path().equals("bias") ? 1 : m.path().contains("weight") || m.path().contains("bias") ? 2 : 0;
            BigInteger times = axes == 0 ? BigInteger.ZERO : numel(TensorType.of(new Shape(y.slice(0, Math.min(axes, y.rank())))));
            sum = sum.add(Owned.of(graph, m.unitOrModel()).params().multiply(times));
        }
        return sum;
    }

    private static BigInteger numel(TensorType t) {
        Expr one = Figures.perExample(t.shape().numel());
        return one.isNumber() ? one.exact() : BigInteger.ZERO;
    }

    private static String shape(Shape s) {
        return s.rank() == 0 ? "--" : s.dims().stream().map(Figures::perExample).map(d -> d.isNumber() ? d.exact().toString() : d.text()).toList().toString();
    }

    private static String commas(BigInteger n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String readable(BigInteger n, String unit) {
        double d = n.doubleValue();
        for (Map.Entry<String, Double> u : List.of(Map.entry("T", 1e12), Map.entry("G", 1e9), Map.entry("M", 1e6), Map.entry("k", 1e3))) {
            if (d >= u.getValue()) {
                double x = d / u.getValue();
                String text = x == Math.rint(x) ? commas(new BigDecimal(x).toBigInteger()) : String.format(Locale.ROOT, "%,.2f", new BigDecimal(x).setScale(2, RoundingMode.HALF_EVEN));
                return " (" + u.getKey() + unit + "): " + text;
            }
        }
        return ": " + commas(n);
    }
}
