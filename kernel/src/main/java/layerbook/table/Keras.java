package layerbook.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.count.NetworkView;
import layerbook.count.Owned;
import layerbook.count.ParamsAs;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * A summary laid out as Keras 2 lays it out: a layer that is used again stands once, moving averages are parameters that are not trained, and a network that is
 * no plain chain gets a column that says what each layer is connected to. Names and sizes stay PyTorch's; an LSTM or a simple RNN has one bias, as in Keras. Source: keras 2.15, utils/layer_utils.py.
 */
public final class Keras {
    private static final int CHAIN = 65;
    private static final int WIDE = 98;

    private record Row(String layer, String output, String params, String connected) {}

    private final Graph graph;
    private final List<Call> calls;
    private final Map<Unit, Integer> uses = new IdentityHashMap<>();
    private final Map<Unit, List<Call>> usesOf = new IdentityHashMap<>();
    /** The first use of each unit in this network. */
    private final Map<Unit, Call> first = new IdentityHashMap<>();
    private final Map<Call, String> names = new IdentityHashMap<>();

    private Keras(NetworkView network) {
        this.graph = network.graph();
        this.calls = network.calls();
    }

    /** The text of this network, with its rows as a table. */
    public static Printed of(NetworkView network) {
        var k = new Keras(network);
        k.calls.forEach(k::name);
        List<Row> rows = k.calls.stream().filter(k::isFirst).map(k::row).toList();
        return k.printed(rows, network);
    }

    /** Each use of a layer has a number: {@code fc[1][0]} is the first output of its second use. */
    private void name(Call c) {
        if (c.unit() != null) {
            usesOf.computeIfAbsent(c.unit(), u -> new ArrayList<>()).add(c);
        }
        int use = c.unit() == null ? 0 : uses.merge(c.unit(), 1, Integer::sum) - 1;
        String name = c.unit() == null ? c.name() : first.computeIfAbsent(c.unit(), u -> c).name();
        names.put(c, name + "[" + use + "]");
    }

    private boolean isFirst(Call c) {
        return c.unit() == null || first.get(c.unit()) == c;
    }

    private Row row(Call c) {
        Stream<Call> same = c.unit() == null ? Stream.of(c) : usesOf.get(c.unit()).stream();
        String from = same.flatMap(o -> o.inputs().stream()).map(this::source).collect(Collectors.joining(", ", "[", "]"));
        String type = c.what() == Call.What.INPUT ? "InputLayer" : Character.toUpperCase(c.layer().className().charAt(0)) + c.layer().className().substring(1);
        String name = names.get(c);
        return new Row(name.substring(0, name.indexOf('[')) + " (" + type + ")", output(c), commas(params(c)), from);
    }

    private String source(Tensor t) {
        return "'" + names.get(t.call()) + "[" + t.outputIndex() + "]'";
    }

    private static String output(Call c) {
        List<String> all = c.outputs().stream().map(TensorType::shape).map(Keras::shape).toList();
        return all.size() == 1 && c.what() != Call.What.INPUT ? all.get(0) : all.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String shape(Shape s) {
        return s.dims().stream().map(d -> d.equals(Letters.N) ? "None" : d.isNumber() ? d.exact().toString() : d.text()).collect(Collectors.joining(", ", "(", ")"));
    }

    private BigInteger params(Call c) {
        if (c.unit() == null) {
            return BigInteger.ZERO;
        }
        return Owned.of(graph, c.unit()).params().add(averages(c)).subtract(secondBiases(c));
    }

    private static BigInteger secondBiases(Call c) {
        Expr biases = ParamsAs.secondBiases(c.layer(), c.applied().weights());
        return biases.isNumber() ? biases.exact() : BigInteger.ZERO;
    }

    private static BigInteger averages(Call c) {
        return c.applied().buffers().stream().filter(b -> b.name().endsWith("running_mean") || b.name().endsWith("running_var")).map(Param::size)
            .filter(Expr::isNumber).map(Expr::exact).reduce(BigInteger.ZERO, BigInteger::add);
    }

    // ---- text

    private Printed printed(List<Row> rows, NetworkView network) {
        boolean chain = isChain();
        int width = chain ? CHAIN : WIDE;
        double[] ends = chain ? new double[] {.45, .85, 1} : new double[] {.33, .55, .67, 1};
        int[] at = java.util.Arrays.stream(ends).mapToInt(e -> (int) (e * width)).toArray();
        String model = network.model() == null ? "sequential" : network.model().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        var out = new StringBuilder("Model: \"" + model + "\"\n" + "_".repeat(width) + "\n");
        print(out, at, List.of("Layer (type)", "Output Shape", "Param #", "Connected to"));
        out.append("=".repeat(width)).append('\n');
        for (Row r : rows) {
            print(out, at, List.of(r.layer, r.output, r.params, r.connected));
            out.append('\n');
        }
        out.append("=".repeat(width)).append('\n');
        List<String> totals = totals(network);
        totals.forEach(t -> out.append(t).append('\n'));
        return new Printed(out + "_".repeat(width), grid(rows, chain, totals));
    }

    /** Every row takes the output of the row before it, and no layer is used again. */
    private boolean isChain() {
        for (int i = 1; i < calls.size(); i++) {
            List<Tensor> in = calls.get(i).inputs();
            if (in.size() != 1 || in.get(0).call() != calls.get(i - 1) || !isFirst(calls.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<String> totals(NetworkView network) {
        var units = new ArrayList<Object>(network.unused());
        units.addAll(uses.keySet());
        Owned owned = Owned.of(graph, units, true);
        BigInteger averages = calls.stream().filter(c -> c.unit() != null && isFirst(c)).map(Keras::averages).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger fewer = BigInteger.ZERO;
        BigInteger fewerTrained = BigInteger.ZERO;
        for (Call c : calls) {
            boolean counts = c.unit() != null && isFirst(c);
            fewer = counts ? fewer.add(secondBiases(c)) : fewer;
            fewerTrained = counts && Owned.of(graph, c.unit()).trainable().signum() > 0 ? fewerTrained.add(secondBiases(c)) : fewerTrained;
        }
        BigInteger total = owned.params().add(averages).subtract(fewer);
        BigInteger trainable = owned.trainable().subtract(fewerTrained);
        return List.of("Total params: " + sized(total), "Trainable params: " + sized(trainable), "Non-trainable params: " + sized(total.subtract(trainable)));
    }

    private static String sized(BigInteger params) {
        double bytes = params.doubleValue() * 4;
        String[] units = {"Byte", "KB", "MB", "GB", "TB", "PB"};
        int unit = 0;
        while (bytes >= 1024 && unit < units.length - 1) {
            bytes /= 1024;
            unit++;
        }
        return commas(params) + " (" + String.format(Locale.ROOT, "%.2f %s", bytes, units[unit]) + ")";
    }

    /** With commas, as every version but 2.13 to 2.15 writes numbers. */
    private static String commas(BigInteger n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A row as Keras prints it: a text that is too long goes on in the next line, at the latest behind a bracket and a comma. */
    private static void print(StringBuilder out, int[] ends, List<String> fields) {
        var left = new ArrayList<>(fields.subList(0, ends.length));
        while (left.stream().anyMatch(f -> !f.isEmpty())) {
            var line = new StringBuilder();
            for (int col = 0; col < ends.length; col++) {
                int space = col < ends.length - 1 ? 2 : 0;
                int room = ends[col] - (col == 0 ? 0 : ends[col - 1]) - space;
                String fits = cut(left.get(col).substring(0, Math.min(room, left.get(col).length())));
                line.append(col == 0 ? " " : "").append(fits).append(" ".repeat(space));
                left.set(col, left.get(col).substring(fits.length()));
                line.append(" ".repeat(Math.max(0, ends[col] - line.length())));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static String cut(String fits) {
        int at = Stream.of("),", "],", "',").mapToInt(fits::indexOf).filter(i -> i >= 0).min().orElse(-1);
        return at < 0 ? fits : fits.substring(0, at + 2);
    }

    private static Grid grid(List<Row> rows, boolean chain, List<String> notes) {
        var columns = new ArrayList<>(List.of(new Grid.Column("Layer (type)", false, 0, rows.stream().map(Row::layer).toList()),
            new Grid.Column("Output Shape", false, 0, rows.stream().map(Row::output).toList()), new Grid.Column("Param #", true, 0, rows.stream().map(Row::params).toList())));
        if (!chain) {
            columns.add(new Grid.Column("Connected to", false, 0, rows.stream().map(Row::connected).toList()));
        }
        return new Grid("keras", columns, Collections.nCopies(rows.size(), ""), notes);
    }
}
