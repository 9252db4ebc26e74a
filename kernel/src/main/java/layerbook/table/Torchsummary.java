package layerbook.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import layerbook.count.NetworkView;
import layerbook.count.Owned;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Members;
import layerbook.net.Model;
import layerbook.net.ModelRole;
import layerbook.net.ModuleRun;
import layerbook.net.Unit;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * What {@code torchsummary.summary(model, size)} prints, to the letter: modules in the order in which they end, models after what is in them, no functions,
 * no sequences and lists; a batch of 2 shown as -1; sizes in MB of 1024², with the tool's own arithmetic. Source: torchsummary.py of sksq96/pytorch-summary.
 */
public final class Torchsummary {
    private static final String RULE = "-".repeat(64);
    private static final double MEGABYTE = 1024. * 1024.;

    private record Row(String className, List<List<BigInteger>> outputs, BigInteger params, boolean trained, boolean fails) {}

    private final Graph graph;
    private final NetworkView network;
    private final Map<Object, Integer> visits = new IdentityHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private Torchsummary(NetworkView network) {
        this.network = network;
        this.graph = network.graph();
    }

    /** The text of this network, with its rows as a table. */
    public static Printed of(NetworkView network) {
        var t = new Torchsummary(network);
        List<ModuleRun> roots = ModuleRun.of(network.calls());
        roots.forEach(r -> t.visit(r.module()));
        roots.forEach(r -> t.rows(r, 1));
        String text = t.text();
        return new Printed(text, t.grid(text));
    }

    private Grid grid(String text) {
        var names = new ArrayList<String>();
        rows.forEach(r -> names.add(r.className + "-" + (names.size() + 1)));
        List<String> notes = text.lines().filter(l -> l.matches("[TNIFPE(].*")).toList();
        return new Grid("torchsummary", List.of(new Grid.Column("Layer (type)", false, 0, names), new Grid.Column("Output Shape", false, 0, rows.stream().map(Torchsummary::output).toList()),
            new Grid.Column("Param #", true, 0, rows.stream().map(r -> commas(r.params)).toList())), java.util.Collections.nCopies(rows.size(), ""), notes);
    }

    private static String output(Row r) {
        return r.outputs.size() == 1 ? shown(r.outputs.get(0)) : shown(r.outputs);
    }

    private static String commas(BigInteger n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    // ---- rows

    /** {@code model.apply} comes to a module once for each module that holds it, and registers its hook each time. */
    private void visit(Object module) {
        if (!(module instanceof Model)) {
            return;
        }
        visits.merge(module, 1, Integer::sum);
        var seen = new java.util.HashMap<String, Map<Object, Boolean>>();
        for (Members.Member m : Members.direct(module)) {
            String list = m.path().substring(0, Math.max(0, m.path().lastIndexOf('.')));
            if (seen.computeIfAbsent(list, l -> new IdentityHashMap<>()).put(m.unitOrModel(), true) == null) {
                if (m.unitOrModel() instanceof Unit) {
                    visits.merge(m.unitOrModel(), 1, Integer::sum);
                }
                visit(m.unitOrModel());
            }
        }
    }

    private void rows(ModuleRun run, int times) {
        int mine = visits.getOrDefault(run.module(), times);
        run.inside().forEach(r -> rows(r, mine));
        if (!run.isModule() || Members.role(run.module()) != ModelRole.MODULE || isMadeInForward(run)) {
            return;
        }
        for (int i = 0; i < mine; i++) {
            rows.add(run.kind() == ModuleRun.Kind.LAYER ? layer(run) : model(run));
        }
    }

    /** No hook sees a layer that no field of the model holds, as in {@code x.then(relu())}; one that brings weights is shown all the same. */
    private boolean isMadeInForward(ModuleRun run) {
        return !visits.isEmpty() && run.module() instanceof Unit && !visits.containsKey(run.module()) && run.applied().weights().isEmpty();
    }

    private Row layer(ModuleRun run) {
        BigInteger sum = BigInteger.ZERO;
        boolean trained = false;
        String prefix = run.module() instanceof List<?> part ? path(part) + "." : "";
        for (Param p : run.applied().weights()) {
            if (p.name().equals("weight") || p.name().equals("bias")) {
                sum = sum.add(number(p.size()));
                trained |= p.name().equals("weight") && !Owned.isFrozen(graph, run.call().unit().ref(prefix + "weight"));
            }
        }
        boolean nested = run.className().equals("LSTM") || run.className().matches("Transformer..coderLayer|MultiheadAttention") && run.module() instanceof List<?>;
        return new Row(run.className(), shapes(run.outputs()), sum, trained, nested || ragged(run.outputs()));
    }

    private static String path(List<?> part) {
        return part.get(0) instanceof List<?> outer ? path(outer) + "." + part.get(1) : String.valueOf(part.get(1));
    }

    /** A model has numbers of its own only in bare weights of these names. */
    private Row model(ModuleRun run) {
        BigInteger sum = BigInteger.ZERO;
        boolean trained = false;
        for (Members.Member m : Members.direct(run.module())) {
            if (m.unitOrModel() instanceof Unit unit && Owned.isBare(unit) && (m.path().equals("weight") || m.path().equals("bias"))) {
                sum = sum.add(Owned.of(graph, unit).params());
                trained |= m.path().equals("weight") && !Owned.isFrozen(graph, unit.ref("weight"));
            }
        }
        return new Row(run.className(), shapes(run.outputs()), sum, trained, ragged(run.outputs()));
    }

    private static boolean ragged(List<TensorType> outputs) {
        return outputs.stream().map(TensorType::rank).distinct().count() > 1;
    }

    private static List<List<BigInteger>> shapes(List<TensorType> types) {
        return types.stream().map(t -> sizes(t.shape())).toList();
    }

    /** The sizes for a batch of 2, the first one shown as -1; null for one that stays a letter. */
    private static List<BigInteger> sizes(Shape s) {
        var out = new ArrayList<BigInteger>();
        for (int i = 0; i < s.rank(); i++) {
            out.add(i == 0 ? BigInteger.ONE.negate() : number(s.dim(i)));
        }
        return out;
    }

    private static BigInteger number(Expr e) {
        Expr at = e.at(Map.of(Letters.N, Expr.of(2)));
        return at.isNumber() ? at.exact() : null;
    }

    // ---- text

    private String text() {
        var out = new StringBuilder(RULE).append('\n').append(line("Layer (type)", "Output Shape", "Param #")).append("=".repeat(64)).append('\n');
        BigInteger params = BigInteger.ZERO;
        BigInteger trained = BigInteger.ZERO;
        for (int i = 0; i < rows.size(); i++) {
            Row r = rows.get(i);
            out.append(line(r.className + "-" + (i + 1), output(r), commas(r.params)));
            params = params.add(r.params);
            trained = r.trained ? trained.add(r.params) : trained;
        }
        out.append("=".repeat(64)).append('\n');
        out.append("Total params: ").append(commas(params)).append("\nTrainable params: ").append(commas(trained)).append("\nNon-trainable params: ")
            .append(commas(params.subtract(trained))).append('\n');
        out.append(RULE).append('\n').append(megabytes(params)).append(RULE);
        rows.stream().filter(Row::fails).findFirst().ifPresent(r -> out.append("\n(torchsummary itself fails on what ").append(r.className).append(" gives: it is no list of tensors of one rank)"));
        return out.toString();
    }

    private static String line(String layer, String output, String params) {
        return String.format(Locale.ROOT, "%20s  %25s %15s", layer, output, params) + "\n";
    }

    /** As Python shows lists. */
    private static String shown(Object o) {
        return o instanceof List<?> list ? list.stream().map(Torchsummary::shown).collect(java.util.stream.Collectors.joining(", ", "[", "]")) : o == null ? "?" : o.toString();
    }

    /** Parameters are added up by PyTorch, so from there on in 32 bits (as far as these reach); outputs by numpy, the signs of the -1 included. */
    private String megabytes(BigInteger params) {
        BigInteger input = inputs();
        BigInteger outputs = outputs();
        float weights = params.floatValue() * 4f / (float) MEGABYTE;
        double in = input == null ? Double.NaN : Math.abs(input.doubleValue() * 4. / MEGABYTE);
        double both = outputs == null ? Double.NaN : Math.abs(2. * outputs.doubleValue() * 4. / MEGABYTE);
        double total = params.signum() == 0 ? both + in : weights + (float) both + (float) in;
        if (Double.isInfinite(weights) || Double.isInfinite(total)) {
            return "Input size (MB): " + two(in) + "\nForward/backward pass size (MB): " + two(both) + "\nParams size (MB): " + two(wide(params)) + "\nEstimated Total Size (MB): " + two(wide(params) + both + in) + "\n";
        }
        return "Input size (MB): " + two(in) + "\nForward/backward pass size (MB): " + two(both) + "\nParams size (MB): " + two(weights) + "\nEstimated Total Size (MB): " + two(total) + "\n";
    }

    /** In 64 bits, where 32 do not reach. */
    private static double wide(BigInteger params) {
        return params.doubleValue() * 4 / MEGABYTE;
    }

    private static String two(double d) {
        return !Double.isFinite(d) ? "?" : new BigDecimal(d).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The sizes of all inputs multiplied, also of several. */
    private BigInteger inputs() {
        var all = new ArrayList<BigInteger>();
        network.calls().stream().filter(c -> c.what() == Call.What.INPUT).forEach(c -> all.addAll(sizes(c.outputs().get(0).shape())));
        all.removeIf(BigInteger.ONE.negate()::equals);
        return product(all);
    }

    private BigInteger outputs() {
        BigInteger sum = BigInteger.ZERO;
        for (Row r : rows) {
            if (r.fails) {
                for (List<BigInteger> o : r.outputs) {
                    BigInteger one = product(o);
                    if (one == null) {
                        return null;
                    }
                    sum = sum.add(one);
                }
            } else {
                BigInteger one = product(r.outputs.stream().flatMap(List::stream).toList());
                if (one == null) {
                    return null;
                }
                sum = sum.add(one);
            }
        }
        return sum;
    }

    /** Exact, also where numpy's 64 bits would wrap; null if one is not known. */
    private static BigInteger product(List<BigInteger> sizes) {
        BigInteger product = BigInteger.ONE;
        for (BigInteger s : sizes) {
            if (s == null) {
                return null;
            }
            product = product.multiply(s);
        }
        return product;
    }
}
