package layerbook.layer;

import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;

/**
 * One thing that a layer keeps from the forward pass for the backward pass: an input, an output, or numbers of its own.
 * Source for what PyTorch keeps: tools/autograd/derivatives.yaml. Stated with {@link Keeps}.
 *
 * @param of what it is
 * @param index which input or output; 0 for numbers
 * @param factors how many numbers: their product, in the letters of the rule; empty for an input or an output
 * @param bytes bytes of each number; 0 for the network's element type
 * @param copied when a copy in row-major order is kept instead of the tensor itself
 * @param inputs it is kept for the gradients of these inputs
 * @param weights it is kept for the gradients of these weights; if both sets are empty, it is kept for any gradient
 */
public record Saved(Of of, int index, List<Expr> factors, int bytes, Copied copied, Set<Integer> inputs, Set<String> weights) {
    /** What is kept. */
    public enum Of { INPUT, OUTPUT, NUMBERS }

    /** When a copy is kept instead of the tensor. */
    public enum Copied {
        NEVER,
        /** The tensor is not contiguous. */
        UNLESS_CONTIGUOUS,
        /** The axes before the last do not lie one behind the other in memory. */
        UNLESS_ROWS,
        ALWAYS
    }

    /** The same for a function that is given a weight as an input. */
    public Saved asInput(String weight, int input) {
        var all = new java.util.HashSet<>(inputs);
        if (weights.contains(weight)) {
            all.add(input);
        }
        return new Saved(of, index, factors, bytes, copied, Set.copyOf(all), Set.of());
    }

    /** Whether it is kept whatever gradient is needed. */
    public boolean isForAny() {
        return inputs.isEmpty() && weights.isEmpty();
    }
}
