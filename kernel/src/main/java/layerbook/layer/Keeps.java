package layerbook.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Saved.Copied;
import layerbook.layer.Saved.Of;

/**
 * States what a layer keeps for its backward pass. What is not limited by {@link #ifTrained} or {@link #ifGradient} is kept whenever a gradient comes back through
 * the layer.
 * <pre>{@code
 * rule.keeps(k -> k.input(0).ifTrained("weight"))          // a linear layer
 * rule.keeps(k -> k.input(0).numbers(TWO, C))              // batch normalisation: a mean and a deviation of each channel
 * rule.keeps(k -> k.input(0).indices(N, C, H_OUT, W_OUT))  // max pooling: a place of 8 bytes for each output
 * rule.keepsNothing()                                      // a sum
 * }</pre>
 */
public final class Keeps {
    private final List<Saved> all = new ArrayList<>();

    Keeps() {}

    /** An input, by its number from 0. */
    public Keeps input(int index) {
        return add(Of.INPUT, index, 0);
    }

    /** An output, by its number from 0. */
    public Keeps output(int index) {
        return add(Of.OUTPUT, index, 0);
    }

    /** So many numbers of the network's element type: the product of the factors. */
    public Keeps numbers(Expr... factors) {
        return add(Of.NUMBERS, 0, 0, factors);
    }

    /** So many places of 8 bytes. */
    public Keeps indices(Expr... factors) {
        return add(Of.NUMBERS, 0, 8, factors);
    }

    /** So many marks of 1 byte. */
    public Keeps mask(Expr... factors) {
        return add(Of.NUMBERS, 0, 1, factors);
    }

    /** So many bytes. */
    public Keeps bytes(Expr... factors) {
        return mask(factors);
    }

    /** What was stated last is kept for the gradient of these weights. */
    public Keeps ifTrained(String... weights) {
        Saved last = all.remove(all.size() - 1);
        all.add(new Saved(last.of(), last.index(), last.factors(), last.bytes(), last.copied(), last.inputs(), with(last.weights(), Set.of(weights))));
        return this;
    }

    /** What was stated last is kept for the gradient of these inputs. */
    public Keeps ifGradient(Integer... inputs) {
        Saved last = all.remove(all.size() - 1);
        all.add(new Saved(last.of(), last.index(), last.factors(), last.bytes(), last.copied(), with(last.inputs(), Set.of(inputs)), last.weights()));
        return this;
    }

    /** Of the input stated last a copy is kept, if it is not contiguous. */
    public Keeps contiguous() {
        return copied(Copied.UNLESS_CONTIGUOUS);
    }

    /** Of the input stated last a copy is kept, if its axes before the last do not merge into rows. */
    public Keeps asRows() {
        return copied(Copied.UNLESS_ROWS);
    }

    /** Of the input stated last a copy is kept, as it was put in another order. */
    public Keeps copied() {
        return copied(Copied.ALWAYS);
    }

    /** What another rule keeps. */
    public Keeps saved(Saved saved) {
        all.add(saved);
        return this;
    }

    /** More, if the condition holds. */
    public Keeps when(boolean condition, java.util.function.Consumer<Keeps> more) {
        if (condition) {
            more.accept(this);
        }
        return this;
    }

    List<Saved> all() {
        return all;
    }

    private Keeps copied(Copied copied) {
        Saved last = all.remove(all.size() - 1);
        all.add(new Saved(last.of(), last.index(), last.factors(), last.bytes(), copied, last.inputs(), last.weights()));
        return this;
    }

    private Keeps add(Of of, int index, int bytes, Expr... factors) {
        all.add(new Saved(of, index, List.of(factors), bytes, Copied.NEVER, Set.of(), Set.of()));
        return this;
    }

    private static <T> Set<T> with(Set<T> some, Set<T> more) {
        var out = new java.util.HashSet<>(some);
        out.addAll(more);
        return Set.copyOf(out);
    }
}
