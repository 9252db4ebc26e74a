package layerbook.session.words;

import java.util.List;
import layerbook.count.NetworkView;
import layerbook.count.Optimizer;
import layerbook.formula.Expr;
import layerbook.hardware.Adapters;
import layerbook.hardware.Format;
import layerbook.hardware.Precision;
import layerbook.hardware.Sharding;
import layerbook.hardware.TrainingMemory;
import layerbook.hardware.TrainingPlan;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.table.TrainingMemoryTable;

/** What {@code memory(..)} was asked for beyond one device and one type: mixed precision, sharing, recomputation, adapters, a format for frozen weights. */
final class PlanArguments {
    private Precision precision;
    private Sharding sharding = Sharding.NONE;
    private TrainingPlan.Recompute recompute = TrainingPlan.Recompute.NONE;
    private Option lora;
    private Adapters adapters;
    private Format weights;

    void precision(Precision p) {
        precision = p;
    }

    void weights(Format f) {
        weights = f;
    }

    void adapters(Adapters a) {
        adapters = a;
    }

    void option(Option o) {
        switch (o.name()) {
            case "zero" -> sharding = new Sharding(((Number) o.values().get(0)).intValue(), ((Number) o.values().get(1)).intValue());
            case "recompute" -> recompute = TrainingPlan.Recompute.named(String.valueOf(o.values().get(0)));
            default -> lora = o;
        }
    }

    TrainingMemoryTable memory(Optimizer optimizer, DType dtype, Expr batch, Object network) {
        NetworkView view = Selectors.view(network);
        if (lora != null) {
            adapters = Adapters.of(view, ((Number) lora.values().get(0)).intValue(), names(lora.values().get(1)));
        }
        if (weights != null && adapters == null) {
            throw Refusal.option("weights in " + weights.name() + " cannot be trained").why("only adapters on them can").fix("memory(ADAM, MIXED, " + weights.name() + ", lora(8, \"q_proj\"))");
        }
        Precision kind = precision != null ? precision : Precision.of(dtype != null ? dtype : DType.FLOAT32);
        var plan = new TrainingPlan(optimizer != null ? optimizer : Optimizer.ADAM, kind, batch, sharding, recompute, adapters, weights);
        TrainingMemory memory = TrainingMemory.of(view, plan);
        if (!batch.isOne() && !isOpen(view, Letters.N)) {
            throw Refusal.option("batch(" + batch.text().replace(",", "") + ") has no place: the batch of this network is not open").fix("memory(MIXED)");
        }
        return new TrainingMemoryTable(memory);
    }

    private static List<String> names(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static boolean isOpen(NetworkView view, Expr.Sym letter) {
        return view.calls().stream().flatMap(c -> c.outputs().stream()).flatMap(t -> t.shape().dims().stream()).anyMatch(d -> d.symbols().contains(letter));
    }
}
