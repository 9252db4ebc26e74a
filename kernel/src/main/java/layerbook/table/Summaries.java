package layerbook.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.count.Totals;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Scope;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** The texts that people know from other tools. */
public final class Summaries {
    private static final String RULE = "-".repeat(64);
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024 * 1024);

    private Summaries() {}

    /** One row of torchsummary. */
    private record Row(String className, List<Shape> outputs, BigInteger params, boolean trained) {}

    /**
     * What {@code torchsummary.summary(model, size)} prints: modules in the order in which they end, models after what is in them, no functions,
     * no sequences; sizes in MB of 1024². Source: torchsummary 1.5.1.
     */
    public static String torchsummary(NetworkView network) {
        List<Row> rows = rows(network);
        var out = new StringBuilder(RULE).append('\n');
        out.append(line("Layer (type)", "Output Shape", "Param #")).append("=".repeat(64)).append('\n');
        BigInteger params = BigInteger.ZERO;
        BigInteger outputs = BigInteger.ZERO;
        BigInteger trained = BigInteger.ZERO;
        for (int i = 0; i < rows.size(); i++) {
            Row r = rows.get(i);
            out.append(line(r.className + "-" + (i + 1), shapes(r.outputs), commas(r.params)));
            params = params.add(r.params);
            trained = r.trained ? trained.add(r.params) : trained;
            for (Shape s : r.outputs) {
                outputs = outputs.add(numel(s));
            }
        }
        Totals totals = Ledger.of(network.graph()).totals(network.number());
        boolean frozen = !totals.trainable().equals(totals.params());
        BigInteger learned = frozen ? trained : params;
        BigInteger input = network.calls().stream().filter(c -> c.what() == Call.What.INPUT).map(c -> numel(c.outputs().get(0).shape())).reduce(BigInteger.ZERO, BigInteger::add);
        out.append("=".repeat(64)).append('\n').append("Total params: ").append(commas(params)).append('\n').append("Trainable params: ").append(commas(learned)).append('\n')
            .append("Non-trainable params: ").append(commas(params.subtract(learned))).append('\n').append(RULE).append('\n');
        BigInteger both = outputs.shiftLeft(1);
        out.append("Input size (MB): ").append(megabytes(input)).append('\n').append("Forward/backward pass size (MB): ").append(megabytes(both)).append('\n')
            .append("Params size (MB): ").append(megabytes(params)).append('\n').append("Estimated Total Size (MB): ").append(megabytes(input.add(both).add(params))).append('\n').append(RULE);
        return out.toString();
    }

    private static List<Row> rows(NetworkView network) {
        var rows = new ArrayList<Row>();
        var open = new ArrayList<Scope>();
        Call last = null;
        for (Call c : network.calls()) {
            List<Scope> path = models(c.scope());
            while (!open.isEmpty() && (open.size() > path.size() || path.get(open.size() - 1) != open.get(open.size() - 1))) {
                close(open, last, rows);
            }
            for (int i = open.size(); i < path.size(); i++) {
                open.add(path.get(i));
            }
            if (c.what() == Call.What.MODULE) {
                rows.add(new Row(c.layer().className(), c.outputs().stream().map(TensorType::shape).toList(), weightAndBias(c), trained(network, c)));
            }
            last = c;
        }
        while (!open.isEmpty()) {
            close(open, last, rows);
        }
        return rows;
    }

    private static boolean trained(NetworkView network, Call c) {
        return network.graph().facts().frozen().stream().noneMatch(w -> w.unit() == c.unit());
    }

    private static void close(List<Scope> open, Call last, List<Row> rows) {
        Scope ended = open.remove(open.size() - 1);
        rows.add(new Row(ended.className(), List.of(last.outputs().get(0).shape()), BigInteger.ZERO, true));
    }

    /** The models around a call, outermost first; sequences and blocks get no row. */
    private static List<Scope> models(Scope scope) {
        var path = new ArrayList<Scope>();
        for (Scope s = scope; s != null; s = s.parent()) {
            if (s.model() != null && !"Sequential".equals(s.className())) {
                path.add(0, s);
            }
        }
        return path;
    }

    private static BigInteger weightAndBias(Call c) {
        BigInteger sum = BigInteger.ZERO;
        for (Param p : c.applied().weights()) {
            sum = p.name().equals("weight") || p.name().equals("bias") ? sum.add(p.size().exact()) : sum;
        }
        return sum;
    }

    private static String line(String layer, String output, String params) {
        return String.format(Locale.ROOT, "%20s  %25s %15s", layer, output, params) + "\n";
    }

    /** The batch is shown as -1. */
    private static String shapes(List<Shape> outputs) {
        return outputs.size() == 1 ? shape(outputs.get(0)) : outputs.stream().map(Summaries::shape).toList().toString();
    }

    private static String shape(Shape s) {
        var dims = new ArrayList<String>();
        for (int i = 0; i < s.rank(); i++) {
            dims.add(i == 0 ? "-1" : s.dim(i).isNumber() ? s.dim(i).exact().toString() : s.dim(i).text());
        }
        return dims.toString();
    }

    private static String commas(BigInteger n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** How many numbers a row of the output holds; the batch is left out. */
    private static BigInteger numel(Shape s) {
        Expr rest = Expr.product(s.slice(Math.min(1, s.rank()), s.rank())).at(Map.of(Letters.N, Expr.ONE));
        return rest.isNumber() ? rest.exact() : BigInteger.ZERO;
    }

    private static String megabytes(BigInteger numbers) {
        return new BigDecimal(numbers.shiftLeft(2)).divide(MEGABYTE, 2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
