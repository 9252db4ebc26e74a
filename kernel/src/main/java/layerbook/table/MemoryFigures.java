package layerbook.table;

import layerbook.formula.Expr;

/** The memory of a network as exact numbers of bytes; an open letter is refused, and {@link #at} gives it a value. */
public interface MemoryFigures extends Tabular {
    /** Weights, gradients and what the optimiser keeps, on all devices. */
    long states();

    /** Weights. */
    long parameters();

    /** Numbers that are kept but not learned, such as running means. */
    long buffers();

    /** Gradients of the weights that are trained; 0 in use. */
    long gradients();

    /** What the optimiser keeps; 0 in use. */
    long optimizer();

    /** What is kept for the backward pass, or in use the most at once. */
    long activations();

    /** All of it, on all devices. */
    long total();

    /** All of it on one device. */
    long perDevice();

    /** All of it as a formula. */
    Expr totalFormula();

    /** With values in the place of letters: {@code memory(net).at(T, 1024)}, {@code memory(net).at("T", 1024, "S", 64)}. */
    MemoryFigures at(Object... lettersAndValues);
}
