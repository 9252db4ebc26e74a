package layerbook.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.hardware.Figure;
import layerbook.hardware.OpenLetters;
import layerbook.hardware.TrainingMemory;
import layerbook.hardware.TrainingPlan;
import layerbook.hardware.Worked;
import layerbook.net.Numbers;
import layerbook.shape.Refusal;

/**
 * The memory of training by plan: mixed precision, states divided among devices, recomputation, adapters.
 * Example: {@code memory(net, ADAM, MIXED, batch(8), zero(3, 64)).perDevice()}.
 */
public record TrainingMemoryTable(TrainingMemory memory) implements MemoryFigures, Worked {
    private record Line(String what, Expr one, Expr all) {}

    @Override public Grid grid() {
        var lines = new ArrayList<Line>();
        lines.add(new Line("weights", Expr.of(memory.weightsPerDevice()), Expr.of(memory.weights())));
        lines.add(new Line("gradients", Expr.of(memory.gradientsPerDevice()), Expr.of(memory.gradients())));
        lines.add(new Line("optimiser", Expr.of(memory.optimizerPerDevice()), Expr.of(memory.optimizer())));
        if (!memory.buffers().isZero()) {
            lines.add(new Line("buffers", memory.buffers(), memory.allBuffers()));
        }
        lines.add(new Line("activations", memory.activationsPerDevice(), memory.allActivations()));
        lines.add(new Line("total", memory.perDevice(), memory.total()));
        int devices = memory.plan().sharding().devices();
        var columns = new ArrayList<Grid.Column>();
        columns.add(new Grid.Column("bytes", false, 0, 8, lines.stream().map(Line::what).toList()));
        columns.add(new Grid.Column(devices == 1 ? "one device" : "each of " + devices, true, 0, lines.stream().map(l -> l.one().text()).toList()));
        if (devices > 1) {
            columns.add(new Grid.Column("all", true, 1, lines.stream().map(l -> l.all().text()).toList()));
        }
        return new Grid("memory", columns, Collections.nCopies(lines.size(), ""), notes());
    }

    private List<String> notes() {
        TrainingPlan plan = memory.plan();
        var notes = new ArrayList<String>();
        Expr one = memory.perDevice();
        notes.add("training with " + plan.optimizer() + " in " + plan.precision().name() + ", batch " + plan.batch().text() + " on each device"
            + (one.isNumber() ? ": " + Amounts.both(one.exact()) + (plan.sharding().devices() > 1 ? " on each" : "") : ""));
        notes.add(Expr.of(memory.trained()).text() + " numbers are trained: " + plan.precision().weight() + " bytes of weight, " + plan.precision().gradient()
            + " of gradient, " + plan.precision().optimizer(plan.optimizer().numbers()) + " of optimiser each"
            + (plan.precision().copy() > 0 ? ", a float32 copy of the weight among them" : ""));
        if (memory.frozen().signum() > 0) {
            notes.add("weights that are not trained: " + Expr.of(memory.frozen()).text() + " B" + (plan.weights() == null ? "" : " in " + plan.weights().name()));
        }
        if (plan.sharding().stage() > 0) {
            notes.add("ZeRO stage " + plan.sharding().stage() + " divides " + List.of("the optimiser's numbers", "the optimiser's numbers and gradients",
                "the optimiser's numbers, gradients and weights").get(plan.sharding().stage() - 1));
        }
        notes.add("activations: what PyTorch keeps for the backward pass" + switch (plan.recompute()) {
            case NONE -> "";
            case SELECTIVE -> ", without the scores of attention, which are worked out again";
            case FULL -> ", of each block only what goes into it; while a block is worked out again, up to " + memory.recomputedPerDevice().text() + " B more";
        });
        return notes;
    }

    @Override public long states() {
        return whole(Expr.of(memory.states()), "states");
    }

    @Override public long parameters() {
        return whole(Expr.of(memory.weights()), "parameters");
    }

    @Override public long buffers() {
        return whole(memory.allBuffers(), "buffers");
    }

    @Override public long gradients() {
        return whole(Expr.of(memory.gradients()), "gradients");
    }

    @Override public long optimizer() {
        return whole(Expr.of(memory.optimizer()), "optimizer");
    }

    @Override public long activations() {
        return whole(memory.allActivations(), "activations");
    }

    @Override public long total() {
        return whole(memory.total(), "total");
    }

    @Override public long perDevice() {
        return whole(memory.perDevice(), "perDevice");
    }

    private static long whole(Expr e, String what) {
        return OpenLetters.whole(e, "memory(..)." + what + "()");
    }

    @Override public Expr totalFormula() {
        return memory.total();
    }

    @Override public TrainingMemoryTable at(Object... lettersAndValues) {
        if (lettersAndValues.length == 0 || lettersAndValues.length % 2 != 0) {
            throw Refusal.option("at(..) takes letters and their values in turn").fix("at(T, 1024)");
        }
        TrainingMemory now = memory;
        for (int i = 0; i < lettersAndValues.length; i += 2) {
            BigInteger value = Numbers.expr(lettersAndValues[i + 1]).exact();
            now = now.at(lettersAndValues[i], value.longValueExact());
        }
        return new TrainingMemoryTable(now);
    }

    @Override public String title() {
        return memory.title();
    }

    @Override public List<Figure> figures() {
        return memory.figures();
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid().text(width, unicode, colour);
    }

    @Override public String html() {
        return grid().html();
    }

    @Override public String toString() {
        return grid().toString();
    }
}
