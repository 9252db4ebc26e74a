package layerbook.hardware;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.layer.Letters;

/**
 * The memory of training, on one device and on all: weights, gradients, the optimiser's numbers, and what is kept for the backward pass.
 *
 * @param plan how it is trained
 * @param frozen bytes of the weights that are not trained
 * @param trained numbers that are trained
 * @param buffers bytes of numbers that are kept but not learned, on one device
 * @param activations bytes kept for the backward pass on one device; N may be open
 * @param recomputed what is there besides while a block is worked out again; 0 if nothing is
 * @param values the letters that have a number already, the batch among them
 */
public record TrainingMemory(TrainingPlan plan, BigInteger frozen, BigInteger trained, Expr buffers, Expr activations, Expr recomputed,
        Map<Expr.Sym, Expr> values) implements Worked {
    public static TrainingMemory of(NetworkView network, TrainingPlan plan) {
        Weights weights = Weights.of(network);
        Adapters adapters = plan.adapters();
        BigInteger trained = adapters != null ? adapters.added()
            : weights.tensors().stream().filter(WeightTensor::trainable).map(WeightTensor::size).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger frozen = weights.tensors().stream().filter(t -> adapters != null || !t.trainable()).map(t -> stored(t, weights, plan))
            .reduce(BigInteger.ZERO, BigInteger::add);
        Activations kept = Activations.of(network, plan);
        return new TrainingMemory(plan, frozen, trained, kept.buffers(), kept.kept(), kept.transientBytes(),
            Map.of(Letters.N, plan.batch()));
    }

    private static BigInteger stored(WeightTensor t, Weights all, TrainingPlan plan) {
        return plan.weights() == null ? t.size().multiply(BigInteger.valueOf(plan.precision().weight())) : plan.weights().store(t, all).bytes();
    }

    /** Weights on one device. */
    public BigInteger weightsPerDevice() {
        return plan.sharding().share(frozen, 3).add(plan.sharding().share(trained, 3).multiply(bytes(plan.precision().weight())));
    }

    /** Gradients on one device. */
    public BigInteger gradientsPerDevice() {
        return plan.sharding().share(trained, 2).multiply(bytes(plan.precision().gradient()));
    }

    /** The optimiser's numbers on one device. */
    public BigInteger optimizerPerDevice() {
        return plan.sharding().share(trained, 1).multiply(bytes(perTrained()));
    }

    private int perTrained() {
        return plan.precision().optimizer(plan.optimizer().numbers());
    }

    private static BigInteger bytes(int n) {
        return BigInteger.valueOf(n);
    }

    /** Weights on all devices, copies included. */
    public BigInteger weights() {
        return frozen.add(trained.multiply(bytes(plan.precision().weight()))).multiply(plan.sharding().copies(3));
    }

    /** Gradients on all devices. */
    public BigInteger gradients() {
        return trained.multiply(bytes(plan.precision().gradient())).multiply(plan.sharding().copies(2));
    }

    /** The optimiser's numbers on all devices, the float32 copy of mixed precision included. */
    public BigInteger optimizer() {
        return trained.multiply(bytes(perTrained())).multiply(plan.sharding().copies(1));
    }

    /** Weights, gradients and the optimiser's numbers on all devices. */
    public BigInteger states() {
        return weights().add(gradients()).add(optimizer());
    }

    /** The same on one device; what does not divide evenly is rounded up. */
    public BigInteger statesPerDevice() {
        return weightsPerDevice().add(gradientsPerDevice()).add(optimizerPerDevice());
    }

    /** What is kept for the backward pass on one device. */
    public Expr activationsPerDevice() {
        return activations.at(values);
    }

    /** What is there besides on one device while a block is worked out again. */
    public Expr recomputedPerDevice() {
        return recomputed.at(values);
    }

    /** What is kept for the backward pass on all devices. */
    public Expr allActivations() {
        return activations.times(plan.sharding().devices()).at(values);
    }

    /** The buffers on all devices. */
    public Expr allBuffers() {
        return buffers.times(plan.sharding().devices()).at(values);
    }

    /** Everything on all devices. */
    public Expr total() {
        return allActivations().plus(allBuffers()).plus(Expr.of(states())).normal();
    }

    /** Everything on one device. */
    public Expr perDevice() {
        return activationsPerDevice().plus(buffers).plus(Expr.of(statesPerDevice())).at(values);
    }

    /** With a number in the place of a letter. */
    public TrainingMemory at(Object letter, long value) {
        var more = new LinkedHashMap<>(values);
        more.put(OpenLetters.of(letter), Expr.of(value));
        return new TrainingMemory(plan, frozen, trained, buffers, activations, recomputed, more);
    }

    @Override public String title() {
        return "memory of training with " + plan.optimizer() + " in " + plan.precision().name();
    }

    @Override public List<Figure> figures() {
        Expr.Sym p = Expr.symbol("P");
        Expr.Sym n = Expr.symbol("n");
        Precision precision = plan.precision();
        Map<Expr.Sym, Expr> values = Map.of(p, Expr.of(trained), n, Expr.of(plan.sharding().devices()));
        Expr shard = p.ceilOver(n);
        return List.of(
            new Figure("B_w", "bytes of weights on one device: " + precision.weight() + " for each trained one"
                + (frozen.signum() > 0 ? ", and those that are not trained" : ""),
                plus(Expr.product(Expr.of(precision.weight()), plan.sharding().stage() >= 3 ? shard : p), plan.sharding().share(frozen, 3)),
                values, ""),
            new Figure("B_g", "bytes of gradients on one device", Expr.product(Expr.of(precision.gradient()), plan.sharding().stage() >= 2 ? shard : p),
                values, ""),
            new Figure("B_o", "bytes of the optimiser on one device: " + (precision.copy() > 0 ? precision.copy() + " for a float32 copy and " : "")
                + precision.state() + " for each of " + plan.optimizer().numbers() + " numbers", Expr.product(Expr.of(perTrained()),
                plan.sharding().stage() >= 1 ? shard : p), values, plan.sharding().stage() > 0 ? "ZeRO 2019" : ""),
            new Figure("B_a", "bytes kept for the backward pass on one device", activations, values, ""),
            new Figure("B", "bytes on one device", perDevice(), Map.of(), ""));
    }

    private static Expr plus(Expr a, BigInteger b) {
        return b.signum() == 0 ? a : Expr.sum(a, Expr.of(b));
    }
}
