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
        final Object id;
        final String className;
        final int depth;
        final boolean leaf;
        final Owned owned;
        boolean recursive;
        int index;
        List<Row> children = List.of();

        Row(ModuleRun run, Object id, String className, int depth, boolean leaf, Owned owned) {
            this.run = run;
            this.id = id;
            this.className = className;
            this.depth = depth;
            this.leaf = leaf;
            this.owned = owned;
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
    private final List<Row> rows = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    private Torchinfo(NetworkView network, int depth) {
        this.network = network;
        this.graph = network.graph();
        this.depth = depth;
    }

    /** The text; modules deeper than {@code depth} are summed up in the row above them (the tool's standard is 3). */
    public static Printed of(NetworkView network, int depth) {
        var t = new Torchinfo(network, depth);
        t.collect();
        t.number();
        t.tied();
        String text = t.text();
        return new Printed(text, t.grid(text));
    }

    private Grid grid(String text) {
        List<Row> shown = rows.stream().filter(r -> r.depth <= depth).toList();
        List<String> notes = text.lines().filter(l -> l.matches("[TNIFPE]\\w+ .*: .*")).toList();
        return new Grid("torchinfo", List.of(new Grid.Column("Layer (type:depth-idx)", false, 0, shown.stream().map(r -> start(r.depth) + r.name()).toList()),
            new Grid.Column("Output Shape", false, 0, shown.stream().map(Torchinfo::output).toList()),
            new Grid.Column("Param #", true, 0, shown.stream().map(this::params).toList())), java.util.Collections.nCopies(shown.size(), ""), notes);
    }

    private static String output(Row r) {
        return r.run == null ? "--" : shape(r.run.outputs().get(0).shape());
    }

    // ---- rows

    private void collect() {
        List<ModuleRun> roots = ModuleRun.of(network.calls()).stream().filter(ModuleRun::isModule).toList();
        if (roots.size() == 1 && roots.get(0).kind() != ModuleRun.Kind.LAYER) {
            run(roots.get(0), 0);
            return;
        }
        var units = new ArrayList<Object>(network.unused());
        network.calls().stream().filter(c -> c.unit() != null).forEach(c -> units.add(c.unit()));
        Call last = graph.tip(network.number());
        var whole = new ModuleRun("", "Sequential", ModuleRun.Kind.SEQUENTIAL, "whole", List.of(), last.outputs(), List.of(), null, null);
        add(new Row(whole, "whole", "Sequential", 0, false, Owned.of(graph, units, true)));
        inside(roots, 1, null);
    }

    private void add(Row row) {
        row.recursive = !seen.add(row.id);
        rows.add(row);
    }

    private void run(ModuleRun r, int at) {
        add(new Row(r, r.module(), r.className(), at, isLeaf(r), Owned.of(graph, r.module())));
        boolean fused = r.kind() == ModuleRun.Kind.LAYER && Conventions.TORCHINFO.own(new Site(r.applied(), true, null, null)) instanceof Cost.Uncounted;
        if (!fused) {
            inside(r.inside(), at + 1, r.module());
        }
    }

    /** Lists of modules get a row of their own where something in them runs. */
    private void inside(List<ModuleRun> runs, int at, Object parent) {
        String list = null;
        for (ModuleRun r : runs) {
            if (!r.isModule()) {
                continue;
            }
            int dot = r.name().lastIndexOf('.');
            String mine = dot < 0 || r.module() instanceof Unit && !holds(parent, r.name()) ? null : r.name().substring(0, dot);
            if (mine != null && !mine.equals(list)) {
                list(mine, at, parent, r);
            }
            list = mine;
            run(r, mine == null ? at : at + 1);
        }
    }

    private static boolean holds(Object parent, String path) {
        return parent instanceof Model && Members.direct(parent).stream().anyMatch(m -> m.path().equals(path));
    }

    private void list(String name, int at, Object parent, ModuleRun first) {
        List<Object> members = new ArrayList<>();
        if (parent instanceof Model) {
            Members.direct(parent).stream().filter(m -> m.path().startsWith(name + ".")).forEach(m -> members.add(m.unitOrModel()));
        } else {
            members.add(List.of(parent, name));
        }
        String className = first.name().substring(name.length() + 1).chars().allMatch(Character::isDigit) ? "ModuleList" : "ModuleDict";
        add(new Row(null, List.of(System.identityHashCode(parent), name), className, at, false, Owned.of(graph, members, true)));
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
            Set<WeightRef> own = row.run == null || row.id.equals("whole") ? Set.of() : Owned.direct(graph, row.id).sizes().keySet();
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
        String divider = "=".repeat(width + 2 * COLUMN) + "\n";
        var out = new StringBuilder(divider).append(line(width, "Layer (type:depth-idx)", "Output Shape", "Param #")).append(divider);
        for (Row r : rows) {
            if (r.depth <= depth) {
                out.append(line(width, start(r.depth) + r.name(), output(r), params(r)));
            }
        }
        return out.append(divider).append(totals(divider)).append(divider.stripTrailing()).toString();
    }

    private static String line(int width, String name, String output, String params) {
        return String.format(Locale.ROOT, "%-" + width + "s %-25s %-25s", name, output, params).stripTrailing() + "\n";
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
                left = known.add(child.id) ? left.subtract(child.params()) : left;
                i += child.children.size();
            } else {
                known.add(child.id);
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
            if (r.leaf) {
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
