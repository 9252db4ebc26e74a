package layerbook.count;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import layerbook.count.Flow.Step;
import layerbook.count.Flow.Storage;
import layerbook.count.Flow.Value;
import layerbook.formula.Expr;
import layerbook.formula.Tally;
import layerbook.layer.Letters;
import layerbook.layer.Param;
import layerbook.layer.Space;
import layerbook.net.Call;
import layerbook.shape.DType;
import layerbook.shape.TensorType;

/**
 * The memory of a network in bytes: what it is made of, and what it needs to be trained or used. Every figure is a formula; the batch N may stay a letter.
 *
 * @param rows a row for each call that adds something
 * @param parameters all weights
 * @param buffers numbers that are kept but not learned
 * @param activations in training, what is kept for the backward pass; in use, the most that is there at once
 * @param gradients of the weights that are trained; 0 in use
 * @param optimizer what the optimiser keeps; 0 in use
 * @param peak the call at which the most is there, in use; null in training
 */
public record Memory(List<Row> rows, Expr parameters, Expr buffers, Expr activations, Expr gradients, Expr optimizer, Call peak) {
    /** What one call adds. */
    public record Row(Call call, Expr parameters, Expr buffers, Expr activations, Expr gradients, Expr optimizer) {
        public Expr total() {
            return Expr.sum(parameters, buffers, activations, gradients, optimizer).normal();
        }
    }

    public Expr total() {
        return Expr.sum(parameters, buffers, activations, gradients, optimizer).normal();
    }

    /** In training: parameters, gradients, the optimiser's numbers, and what the backward pass needs. */
    public static Memory training(NetworkView network, DType dtype, Optimizer optimizer) {
        Map<Call, Expr> kept = kept(network, dtype);
        var rows = rows(network, dtype, kept, optimizer.numbers());
        return summed(rows, null, null);
    }

    /** In use: parameters, and the most that is there at once for one example. */
    public static Memory inference(NetworkView network, DType dtype) {
        return inference(network, dtype, Map.of());
    }

    /** The same, the most looked for where these letters have these values; letters without one count as a thousand, the batch as 1. */
    public static Memory inference(NetworkView network, DType dtype, Map<Expr.Sym, Expr> values) {
        Flow flow = Flow.of(network, false);
        List<Step> steps = flow.steps();
        List<Live> live = live(flow, dtype, new Sample(values));
        Map<Call, Live> byCall = new IdentityHashMap<>();
        int peak = -1;
        for (int i = 0; i < live.size(); i++) {
            byCall.merge(steps.get(i).call(), live.get(i), Live::larger);
            peak = peak < 0 || live.get(i).sampled().compareTo(live.get(peak).sampled()) > 0 ? i : peak;
        }
        Map<Call, Expr> most = new IdentityHashMap<>();
        byCall.forEach((call, l) -> most.put(call, l.bytes().expr()));
        return summed(rows(network, dtype, most, -1), peak < 0 ? null : steps.get(peak).call(), peak < 0 ? Expr.ZERO : live.get(peak).bytes().expr());
    }

    /**
     * What is there at a step.
     *
     * @param bytes as a formula
     * @param sampled its value at the sample, by which steps are compared
     */
    private record Live(Tally bytes, BigInteger sampled) {
        Live plus(Live o) {
            return new Live(bytes.plus(o.bytes), sampled.add(o.sampled));
        }

        Live minus(Live o) {
            return new Live(bytes.minus(o.bytes), sampled.subtract(o.sampled));
        }

        static Live larger(Live a, Live b) {
            return b.sampled.compareTo(a.sampled) > 0 ? b : a;
        }
    }

    /** Values for letters, so that formulas can be compared: those given, else a thousand, and 1 for the batch. */
    private record Sample(Map<Expr.Sym, Expr> values) {
        Live of(Expr e) {
            if (e.isNumber()) {
                return new Live(Tally.of(e), e.exact());
            }
            var all = new java.util.HashMap<Expr.Sym, Expr>();
            e.symbols().forEach(s -> all.put(s, s.equals(Letters.N) ? Expr.ONE : Expr.of(1000)));
            values.forEach((s, v) -> all.put(s, v.isNumber() ? v : all.getOrDefault(s, Expr.ONE)));
            return new Live(Tally.of(e), e.at(all).exact());
        }
    }

    /** The same with values for letters. */
    public Memory at(Map<Expr.Sym, Expr> values) {
        List<Row> some = rows.stream().map(r -> new Row(r.call(), r.parameters().at(values), r.buffers().at(values), r.activations().at(values), r.gradients().at(values), r.optimizer().at(values)))
            .toList();
        return new Memory(some, parameters.at(values), buffers.at(values), activations.at(values), gradients.at(values), optimizer.at(values), peak);
    }

    private static Memory summed(List<Row> rows, Call peak, Expr most) {
        Expr activations = peak != null ? most : Expr.sum(rows.stream().map(Row::activations).toList()).normal();
        return new Memory(rows, Expr.sum(rows.stream().map(Row::parameters).toList()).normal(), Expr.sum(rows.stream().map(Row::buffers).toList()).normal(), activations,
            Expr.sum(rows.stream().map(Row::gradients).toList()).normal(), Expr.sum(rows.stream().map(Row::optimizer).toList()).normal(), peak);
    }

    private static List<Row> rows(NetworkView network, DType dtype, Map<Call, Expr> activations, int optimizer) {
        Ledger ledger = Ledger.of(network.graph());
        var rows = new ArrayList<Row>();
        for (Call c : network.calls()) {
            Totals t = ledger.added(c);
            Expr trained = t.trainable().times(optimizer < 0 ? 0 : dtype.bytes()).normal();
            Expr buffers = !t.buffers().isZero() ? buffers(c, dtype) : Expr.ZERO;
            rows.add(new Row(c, t.params().times(dtype.bytes()).normal(), buffers, activations.getOrDefault(c, Expr.ZERO), trained, trained.times(Math.max(0, optimizer)).normal()));
        }
        Totals all = ledger.totals(network.number());
        Expr used = Expr.sum(network.calls().stream().map(c -> ledger.added(c).params()).toList());
        Expr unused = all.params().minus(used).normal();
        if (!unused.isZero()) {
            Expr bytes = unused.times(dtype.bytes()).normal();
            rows.add(new Row(null, bytes, Expr.ZERO, Expr.ZERO, Expr.ZERO, Expr.ZERO));
        }
        return rows;
    }

    /** Means and deviations are kept in the network's kind of number; the count of batches has 8 bytes. */
    private static Expr buffers(Call c, DType dtype) {
        Expr sum = Expr.ZERO;
        for (Param b : c.applied().buffers()) {
            sum = sum.plus(b.size().times(b.name().endsWith("num_batches_tracked") ? 8 : dtype.bytes()));
        }
        return sum.normal();
    }

    static Expr bytes(TensorType t, DType dtype) {
        return t.shape().numel().times(t.dtype().isFloating() ? dtype.bytes() : t.dtype().bytes()).normal();
    }

    // ---- training

    /** What each call keeps for the backward pass; memory that was kept before, or is a weight, does not count again. */
    private static Map<Call, Expr> kept(NetworkView network, DType dtype) {
        Map<Call, Expr> out = new IdentityHashMap<>();
        Set<Storage> seen = new HashSet<>();
        for (Step s : Flow.of(network, true).steps()) {
            SavedForBackward k = SavedForBackward.of(s);
            Expr sum = k.numbers().times(dtype.bytes()).plus(k.bytes());
            for (Storage storage : k.storages()) {
                sum = storage.isWeight() || !seen.add(storage) ? sum : sum.plus(bytes(storage.type(), dtype));
            }
            out.merge(s.call(), sum.normal(), (a, b) -> a.plus(b).normal());
        }
        return out;
    }

    // ---- use

    /**
     * What is there while each step runs: what it reads, what it writes, what it makes for itself, and what is still needed. What comes in is there from the
     * start, what is made from nothing from its own step on, and what the network gives stays to the end.
     */
    private static List<Live> live(Flow flow, DType dtype, Sample sample) {
        List<Step> steps = flow.steps();
        List<List<Storage>> freed = freedAfter(flow);
        Map<Storage, Live> sizes = new IdentityHashMap<>();
        Function<Storage, Live> size = storage -> sizes.computeIfAbsent(storage, x -> sample.of(bytes(x.type(), dtype)));
        Live alive = new Live(Tally.ZERO, BigInteger.ZERO);
        for (Storage s : inputs(steps)) {
            alive = alive.plus(size.apply(s));
        }
        Set<Storage> written = new HashSet<>(inputs(steps));
        var out = new ArrayList<Live>();
        for (int i = 0; i < steps.size(); i++) {
            for (Value v : steps.get(i).outputs()) {
                alive = v.storage().isWeight() || !written.add(v.storage()) ? alive : alive.plus(size.apply(v.storage()));
            }
            Expr workspace = workspace(steps.get(i), dtype);
            out.add(workspace.isZero() ? alive : alive.plus(sample.of(workspace)));
            for (Storage s : freed.get(i)) {
                alive = alive.minus(size.apply(s));
            }
        }
        return out;
    }

    /** What nobody needs any more after each step. */
    private static List<List<Storage>> freedAfter(Flow flow) {
        List<Step> steps = flow.steps();
        Map<Storage, Integer> last = new IdentityHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            for (Value v : steps.get(i).inputs()) {
                last.put(v.storage(), i);
            }
            for (Value v : steps.get(i).outputs()) {
                last.put(v.storage(), i);
            }
        }
        flow.returned().forEach(last::remove);
        var out = new ArrayList<List<Storage>>();
        steps.forEach(s -> out.add(new ArrayList<>()));
        last.forEach((storage, step) -> {
            if (!storage.isWeight()) {
                out.get(step).add(storage);
            }
        });
        return out;
    }

    /** What comes from outside and is read. */
    private static Set<Storage> inputs(List<Step> steps) {
        var written = new HashSet<Storage>();
        var from = new LinkedHashSet<Storage>();
        for (Step s : steps) {
            s.inputs().stream().map(Value::storage).filter(x -> !x.isWeight() && !written.contains(x)).forEach(from::add);
            s.outputs().forEach(v -> written.add(v.storage()));
        }
        return from;
    }

    /** What a layer makes for itself while it runs. */
    private static Expr workspace(Step s, DType dtype) {
        Expr sum = Expr.ZERO;
        for (Space space : s.applied().rule().workspace()) {
            sum = sum.plus(Expr.product(space.factors()).at(s.applied().letters()).times(space.bytes() == 0 ? dtype.bytes() : space.bytes()));
        }
        return sum.normal();
    }
}
