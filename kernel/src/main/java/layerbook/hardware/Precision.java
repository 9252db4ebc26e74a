package layerbook.hardware;

import layerbook.shape.DType;
import layerbook.shape.Refusal;

/**
 * In which kinds of number a network is trained.
 *
 * @param name what users type: {@code MIXED}, or a type such as {@code FLOAT32}
 * @param weight bytes of a weight
 * @param gradient bytes of a gradient
 * @param copy bytes of a second copy of a trained weight, in float32; 0 if there is none
 * @param state bytes of each number that the optimiser keeps
 * @param activations the type of what is kept for the backward pass
 */
public record Precision(String name, int weight, int gradient, int copy, int state, DType activations) {
    /** Mixed precision: weights and gradients in 16 bits, a copy and the optimiser's numbers in float32. Source: Micikevicius 2018, ZeRO 2019. */
    public static final Precision MIXED = new Precision("MIXED", 2, 2, 4, 4, DType.BFLOAT16);

    /** Everything in one type. */
    public static Precision of(DType dtype) {
        if (!dtype.isFloating()) {
            throw Refusal.option("whole numbers have no gradients: " + dtype + " is for use only").fix("memory(INFERENCE, " + dtype + ")");
        }
        return new Precision(dtype.name(), dtype.bytes(), dtype.bytes(), 0, dtype.bytes(), dtype);
    }

    /** Bytes beside weight and gradient for each number that is trained, with so many numbers of the optimiser. */
    public int optimizer(int numbers) {
        return copy + state * numbers;
    }
}
