package layerbook.hardware;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.count.Memory;
import layerbook.count.NetworkView;
import layerbook.count.Optimizer;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.net.Scope;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/**
 * What is kept for the backward pass on one device.
 *
 * @param kept bytes from the forward pass to the backward pass
 * @param transientBytes bytes of the largest block while it is worked out again; 0 where nothing is
 * @param buffers bytes of numbers that are kept but not learned
 */
record Activations(Expr kept, Expr transientBytes, Expr buffers) {
    static Activations of(NetworkView network, TrainingPlan plan) {
        NetworkView trained = plan.adapters() == null ? network : plan.adapters().trainingOnlyTargets();
        DType dtype = plan.precision().activations();
        Memory memory = Memory.training(trained, dtype, Optimizer.SGD);
        List<Memory.Row> rows = memory.rows();
        Expr buffers = Memory.training(network, plan.precision().copy() > 0 ? DType.FLOAT32 : dtype, Optimizer.SGD).buffers();
        Activations all = switch (plan.recompute()) {
            case NONE -> new Activations(sum(rows), Expr.ZERO, buffers);
            case SELECTIVE -> new Activations(sum(rows).minus(Attention.of(trained).scores(rows, dtype)).normal(), Expr.ZERO, buffers);
            case FULL -> full(network, rows, dtype, buffers);
        };
        return plan.adapters() == null ? all : new Activations(all.kept.plus(adapters(plan.adapters(), dtype)).normal(), all.transientBytes, buffers);
    }

    private static Expr sum(List<Memory.Row> rows) {
        return Expr.sum(rows.stream().map(Memory.Row::activations).toList()).normal();
    }

    /** The numbers between the two matrices of each adapter. */
    private static Expr adapters(Adapters adapters, DType dtype) {
        var terms = new ArrayList<Expr>();
        for (Adapters.Target t : adapters.targets()) {
            for (Call c : t.calls()) {
                Expr rows = c.outputs().get(0).shape().numel().over(Expr.of(t.out()));
                terms.add(rows.times(adapters.rank()).times(dtype.bytes()));
            }
        }
        return Expr.sum(terms).normal();
    }

    /** Of each block only what goes into it stays; the rest of it is worked out again when its turn comes. */
    private static Activations full(NetworkView network, List<Memory.Row> rows, DType dtype, Expr buffers) {
        Blocks blocks = Blocks.of(network);
        if (blocks.isEmpty()) {
            throw Refusal.option("recompute(\"full\") keeps what goes into each repeated block, and this network has none").at("recompute", "no blocks")
                .why("blocks are models in a list, such as layers.0 and layers.1").fix("memory()");
        }
        var kept = new ArrayList<Expr>();
        Map<Scope, List<Expr>> inside = new IdentityHashMap<>();
        for (Memory.Row r : rows) {
            Scope block = r.call() == null ? null : blocks.of(r.call());
            if (block == null) {
                kept.add(r.activations());
            } else {
                inside.computeIfAbsent(block, b -> new ArrayList<>()).add(r.activations());
            }
        }
        Set<List<Object>> seen = new HashSet<>();
        for (Call c : network.calls()) {
            for (Tensor t : c.inputs()) {
                boolean enters = blocks.of(c) != null && blocks.of(t.call()) != blocks.of(c) && t.call().what() != Call.What.PARAMETER;
                if (enters && seen.add(List.of(t.call().index(), t.outputIndex()))) {
                    TensorType type = t.call().outputs().get(t.outputIndex());
                    kept.add(type.shape().numel().times(type.dtype().isFloating() ? dtype.bytes() : type.dtype().bytes()));
                }
            }
        }
        return new Activations(Expr.sum(kept).normal(), Sample.largest(inside.values().stream().map(e -> Expr.sum(e).normal()).toList()), buffers);
    }
}
