package layerbook.hardware;

import layerbook.count.Optimizer;
import layerbook.formula.Expr;

/**
 * How a network is trained.
 *
 * @param optimizer what it keeps for each trained number
 * @param precision in which kinds of number
 * @param batch examples on one device
 * @param sharding how states are divided among devices
 * @param recompute what is worked out again in the backward pass instead of kept
 * @param adapters low-rank adapters that are trained instead of the weights, or null
 * @param weights the format of the weights that are not trained, or null for that of the precision
 */
public record TrainingPlan(Optimizer optimizer, Precision precision, Expr batch, Sharding sharding, Recompute recompute, Adapters adapters,
        Format weights) {
    /** Adam in float32 on one device, everything kept. */
    public static final TrainingPlan STANDARD = new TrainingPlan(Optimizer.ADAM, Precision.of(layerbook.shape.DType.FLOAT32), Expr.ONE, Sharding.NONE,
        Recompute.NONE, null, null);

    /** What is worked out again in the backward pass. Source: Korthikanti and others 2022. */
    public enum Recompute {
        /** Nothing: what the backward pass needs is kept. */
        NONE,
        /** The scores of attention. */
        SELECTIVE,
        /** Everything within a block: only what goes into each repeated block is kept. */
        FULL;

        /** Selective or full, as users name it. */
        public static Recompute named(String name) {
            return switch (name) {
                case "selective" -> SELECTIVE;
                case "full" -> FULL;
                default -> throw layerbook.shape.Refusal.option("recompute takes \"selective\" or \"full\", not \"" + name + "\"")
                    .at("recompute", "selective or full").fix("recompute(\"selective\")");
            };
        }
    }
}
