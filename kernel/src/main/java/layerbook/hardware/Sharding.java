package layerbook.hardware;

import java.math.BigInteger;
import layerbook.shape.Refusal;

/**
 * How the states of training are divided among devices: stage 1 of ZeRO divides the optimiser's numbers, stage 2 the gradients too, stage 3 the weights
 * too (the full shards of FSDP). Source: Rajbhandari and others 2019.
 *
 * @param stage 0 for none, 1 to 3
 * @param devices how many devices share
 */
public record Sharding(int stage, int devices) {
    /** One device that holds everything. */
    public static final Sharding NONE = new Sharding(0, 1);

    public Sharding {
        if (stage < 0 || stage > 3) {
            throw Refusal.option("ZeRO has the stages 0, 1, 2 and 3, not " + stage).at("stage", "must be 0 to 3").fix("zero(3, " + Math.max(1, devices) + ")");
        }
        if (devices < 1) {
            throw Refusal.option("zero(..) takes 1 device or more, not " + devices).at("devices", "must be 1 or more").fix("zero(" + stage + ", 8)");
        }
    }

    /** What one device holds of numbers that are divided from this stage on. */
    BigInteger share(BigInteger numbers, int fromStage) {
        return stage < fromStage ? numbers : LinearFormat.ceil(numbers, BigInteger.valueOf(devices));
    }

    /** How many copies of such numbers there are on all devices. */
    BigInteger copies(int fromStage) {
        return stage < fromStage ? BigInteger.valueOf(devices) : BigInteger.ONE;
    }
}
