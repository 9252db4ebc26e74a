package layerbook.hardware;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import layerbook.count.Conventions;
import layerbook.count.Cost;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/**
 * The least time that a device needs for a network: each layer waits for its operations or for its bytes, whichever takes longer. Bounds, no forecast.
 * Source: Williams, Waterman and Patterson 2009.
 *
 * @param network the network
 * @param device the device
 * @param format how weights are stored
 * @param peak what the device does at most in the format that is multiplied in
 * @param context positions of a text, or 0 where the network has no open length
 * @param batch examples at once
 * @param efficiency the share of peak and bandwidth that the user allows, 1 for the bound itself
 * @param rows layer by layer
 */
public record Roofline(NetworkView network, Device device, Format format, Device.PeakOf peak, long context, long batch, double efficiency, List<Row> rows)
        implements Worked {
    /** Activations and keys and values are read and written in 16 bits. */
    private static final int ACTIVATION = 2;

    /**
     * Layers with the same sizes.
     *
     * @param name the first of them
     * @param layer what it is
     * @param count how many there are
     * @param flops operations of all of them
     * @param bytes bytes that all of them read and write: weights, inputs, outputs
     */
    public record Row(String name, String layer, int count, BigInteger flops, BigInteger bytes) {
        /** Operations for each byte. */
        public double intensity() {
            return bytes.signum() == 0 ? 0 : Rational.of(flops).over(Rational.of(bytes)).value();
        }

        Row plus(Row other) {
            return new Row(name, layer, count + other.count, flops.add(other.flops), bytes.add(other.bytes));
        }
    }

    public static Roofline of(NetworkView network, Device device, Format format, long context, long batch, double efficiency) {
        if (!(efficiency > 0 && efficiency <= 1)) {
            throw Refusal.option("an efficiency is more than 0 and at most 1, not " + efficiency).at("efficiency", "must be a share").fix("efficiency(0.7)");
        }
        return new Roofline(network, device, format, device.peak(format), context, batch, efficiency, rows(network, format, context, batch));
    }

    private static List<Row> rows(NetworkView network, Format format, long context, long batch) {
        Map<Expr.Sym, Expr> values = values(network, context, batch);
        Weights weights = Weights.of(network);
        Map<String, BigInteger> stored = new LinkedHashMap<>();
        weights.tensors().forEach(t -> stored.put(t.name(), format.store(t, weights).bytes()));
        Map<List<Object>, Row> rows = new LinkedHashMap<>();
        for (Call c : network.calls()) {
            boolean works = c.what() == Call.What.MODULE || c.what() == Call.What.FUNCTION;
            BigInteger flops = flops(network, c, values);
            if (works && flops.signum() > 0) {
                Row row = new Row(c.name(), c.layer().codeText(), 1, flops, bytes(c, stored, values));
                List<Object> key = List.of(row.layer(), row.flops(), row.bytes());
                rows.merge(key, row, Row::plus);
            }
        }
        return List.copyOf(rows.values());
    }

    static Map<Expr.Sym, Expr> values(NetworkView network, long context, long batch) {
        Map<Expr.Sym, Expr> values = new LinkedHashMap<>();
        values.put(Letters.N, Expr.of(batch));
        List<Expr.Sym> open = OpenLetters.lengths(network);
        if (context > 0) {
            values.put(OpenLetters.length(network), Expr.of(context));
        } else if (!open.isEmpty()) {
            throw Refusal.option("the length " + open.get(0).text() + " is open").why("the work of a text depends on how long it is")
                .fix("roofline(net, device(\"RTX 4090\"), FLOAT16, context(8192))");
        }
        return values;
    }

    private static BigInteger flops(NetworkView network, Call c, Map<Expr.Sym, Expr> values) {
        Cost cost = Ledger.of(network.graph()).cost(c, Conventions.FLOPS);
        return cost instanceof Cost.Uncounted || cost instanceof Cost.Unknown ? BigInteger.ZERO : number(cost.amount(), values);
    }

    private static BigInteger number(Expr e, Map<Expr.Sym, Expr> values) {
        return OpenLetters.exact(e.at(values), "the work");
    }

    private static BigInteger bytes(Call c, Map<String, BigInteger> stored, Map<Expr.Sym, Expr> values) {
        BigInteger sum = BigInteger.ZERO;
        for (Param p : c.applied().weights()) {
            sum = sum.add(stored.getOrDefault(c.name() + "." + p.name(), p.size().exact().multiply(BigInteger.valueOf(ACTIVATION))));
        }
        for (Tensor t : c.inputs()) {
            sum = sum.add(bytes(t.call().outputs().get(t.outputIndex()), values));
        }
        for (TensorType t : c.outputs()) {
            sum = sum.add(bytes(t, values));
        }
        return sum;
    }

    private static BigInteger bytes(TensorType t, Map<Expr.Sym, Expr> values) {
        int each = t.dtype().isFloating() ? ACTIVATION : t.dtype().bytes();
        return number(t.shape().numel(), values).multiply(BigInteger.valueOf(each));
    }

    // ---- bounds

    /** Operations for each byte at which both take equally long. */
    public double ridge() {
        return Rational.of(peak.operations()).over(Rational.of(device.bandwidth().toBigInteger())).value();
    }

    /** What a row waits for: {@code bandwidth} left of the ridge, {@code compute} right of it. */
    public String boundBy(Row row) {
        return row.intensity() < ridge() ? "bandwidth" : "compute";
    }

    /** The least seconds for a row. */
    public double seconds(Row row) {
        double compute = row.flops().doubleValue() / peak.operations().doubleValue();
        double memory = row.bytes().doubleValue() / device.bandwidth().doubleValue();
        return Math.max(compute, memory) / efficiency;
    }

    /** The least seconds for the whole network, one layer after the other. */
    public double seconds() {
        return rows.stream().mapToDouble(this::seconds).sum();
    }

    /** The most examples a second. */
    public double examplesPerSecond() {
        return batch / seconds();
    }

    /** Tokens a second of a prompt, at most: every token passes the weights once, 2 operations for each; attention itself is left out. */
    public double prefill() {
        return Rational.of(peak.operations()).over(Rational.of(perToken())).times(Rational.of(efficiency)).value();
    }

    /** Tokens a second one after the other, at most: each step reads every stored weight once and the keys and values of each sequence. */
    public double decode() {
        Rational memory = Rational.of(device.bandwidth().toBigInteger()).times(Rational.of(BigInteger.valueOf(batch))).over(Rational.of(stepBytes()));
        double compute = prefill();
        return Math.min(memory.times(Rational.of(efficiency)).value(), compute);
    }

    /** The bytes that one step of decoding reads: weights, keys and values. */
    public BigInteger stepBytes() {
        return StoredBytes.of(Weights.of(network), format).bytes().add(cacheBytes());
    }

    private BigInteger cacheBytes() {
        if (context == 0 || Attention.of(network).cached().isEmpty()) {
            return BigInteger.ZERO;
        }
        KvCache cache = KvCache.of(network, layerbook.shape.DType.FLOAT16);
        return OpenLetters.exact(cache.formula().at(values(network, context, batch)), "kvCache(..)");
    }

    /** The operations that one token needs of the layers with weights. */
    BigInteger perToken() {
        tokensOnly();
        Map<Expr.Sym, Expr> one = values(network, 1, 1);
        BigInteger sum = BigInteger.ZERO;
        Set<Call> seen = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        for (Call c : network.calls()) {
            if (usesWeights(c) && seen.add(c)) {
                sum = sum.add(flops(network, c, one));
            }
        }
        return sum;
    }

    private static boolean usesWeights(Call c) {
        return c.unit() != null && !c.applied().weights().isEmpty()
            || c.inputs().stream().anyMatch(t -> t.call().what() == Call.What.PARAMETER && t.call().unit() instanceof Unit);
    }

    private void tokensOnly() {
        if (OpenLetters.lengths(network).isEmpty()) {
            throw Refusal.of("runtime", "tokens a second need a network with an open length").why("this one was traced at a fixed size; examples a second are examplesPerSecond()")
                .fix("roofline(net, device(\"" + device.name() + "\"), " + format.name() + ").examplesPerSecond()");
        }
    }

    @Override public String title() {
        return "roofline on " + device.name() + " in " + format.name();
    }

    @Override public List<Figure> figures() {
        Expr.Sym f = Expr.symbol("F");
        Expr.Sym b = Expr.symbol("B");
        Expr.Sym rate = Expr.symbol("R");
        Expr.Sym bandwidth = Expr.symbol("β");
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("I", "operations for each byte at the ridge: peak over bandwidth", rate.floorOver(bandwidth),
            Map.of(rate, Expr.of(peak.operations()), bandwidth, device.bandwidthExpr()), device.source()));
        if (!OpenLetters.lengths(network).isEmpty()) {
            figures.add(new Figure("t_d", "tokens a second at most, one after the other: bandwidth over the bytes that a step reads",
                bandwidth.floorOver(b), Map.of(bandwidth, device.bandwidthExpr(), b, Expr.of(stepBytes())), ""));
            figures.add(new Figure("t_p", "tokens a second of a prompt at most: peak over the operations of a token", rate.floorOver(f),
                Map.of(rate, Expr.of(peak.operations()), f, Expr.of(perToken())), ""));
        }
        return figures;
    }

    /** The letters that are open in the network, for notes. */
    Set<String> open() {
        return new TreeSet<>(OpenLetters.lengths(network).stream().map(Expr.Sym::text).toList());
    }
}
