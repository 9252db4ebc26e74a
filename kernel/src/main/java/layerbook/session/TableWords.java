package layerbook.session;

import java.util.List;
import java.util.function.IntFunction;
import layerbook.count.Convention;
import layerbook.count.Optimizer;
import layerbook.lesson.Chart;
import layerbook.net.Tensor;
import layerbook.layer.Option;
import layerbook.table.BackwardTable;
import layerbook.table.CleverFormat;
import layerbook.table.Grid;
import layerbook.table.MemoryTable;
import layerbook.table.Printed;

/** The words that show a whole network: summaries known from other tools, a tree, memory, training, comparisons, charts, budgets. */
abstract class TableWords extends DisplayWords {
    public static final Summary TORCHSUMMARY = Summary.TORCHSUMMARY;
    public static final Summary KERAS = Summary.KERAS;
    public static final Optimizer SGD = Optimizer.SGD;
    public static final Optimizer MOMENTUM = Optimizer.MOMENTUM;
    public static final Optimizer ADAM = Optimizer.ADAM;
    public static final Optimizer ADAMW = Optimizer.ADAMW;
    public static final Use TRAINING = Use.TRAINING;
    public static final Use INFERENCE = Use.INFERENCE;

    TableWords() {}

    /** Whose summary is wanted. */
    public enum Summary { TORCHSUMMARY, KERAS }

    /** What memory is needed for. */
    public enum Use { TRAINING, INFERENCE }

    /**
     * What torchsummary prints of the network of the last call, character for character. {@code summary(TORCHINFO)} prints what torchinfo prints,
     * {@code summary(TORCHINFO, depth(2))} to that depth, {@code summary(KERAS)} a summary as Keras lays it out; a network may stand among the arguments.
     */
    public static Printed summary(Object... what) {
        return new Choice(what).summary();
    }

    /** The network as a tree, with totals: {@code tree(depth(2), columns("output", "params", "macs"))}; a network may stand among the arguments. */
    public static Grid tree(Object... what) {
        return new Choice(what).tree();
    }

    /** How deep a tree is shown. */
    public static Option depth(int levels) {
        return Option.of("depth", levels);
    }

    /** Which columns a tree shows: {@code type input output kernel groups params percent macs work trainable}. */
    public static Option columns(String... names) {
        return Option.of("columns", (Object[]) names);
    }

    /** How many examples at once. */
    public static Option batch(Object examples) {
        return Option.of("batch", examples);
    }

    /** thop's pair: its count (for one example) and the parameters that it sees. */
    public static List<Long> profile(Object... what) {
        return new Choice(what).profile();
    }

    /** Numbers as thop's clever_format writes them, to three digits behind the point: {@code cleverFormat(profile())} gives {@code [90.750M, 136.970K]}. */
    public static List<String> cleverFormat(List<? extends Number> numbers) {
        return cleverFormat(numbers, "%.2f");
    }

    /** The same with a pattern, as thop takes one: {@code cleverFormat(profile(), "%.3f")}. */
    public static List<String> cleverFormat(List<? extends Number> numbers, String pattern) {
        return numbers.stream().map(n -> CleverFormat.of(n.doubleValue(), pattern)).toList();
    }

    /** One number so. */
    public static String cleverFormat(Number number) {
        return CleverFormat.of(number.doubleValue(), "%.2f");
    }

    public static String cleverFormat(Number number, String pattern) {
        return CleverFormat.of(number.doubleValue(), pattern);
    }

    /**
     * The memory of the network in bytes, layer by layer: {@code memory()} for training with Adam in float32, {@code memory(INFERENCE, FLOAT16, batch(8))} for use;
     * {@code SGD MOMENTUM ADAM ADAMW} name the optimiser, {@code FLOAT32 FLOAT16 BFLOAT16 INT8 ..} the kind of number; a network may stand among the arguments.
     */
    public static MemoryTable memory(Object... what) {
        return new Choice(what).memory();
    }

    /** The work of a training step: forward, and on the way back for the gradients of inputs and of weights. */
    public static BackwardTable backward(Object... what) {
        return new Choice(what).backward();
    }

    /** Two networks side by side, aligned by the names of their rows, with what differs. */
    public static Grid compare(Object a, Object b) {
        return layerbook.lesson.Comparison.of(Asking.view(a), Asking.view(b), Asking.convention());
    }

    /** Parameters against work, layer by layer, as bars. */
    public static Chart chart(Object... what) {
        return new Choice(what).chart();
    }

    /**
     * The largest whole number for which a figure stays within a budget, shown with its neighbours:
     * {@code solve(h -> params(mlp(784, h, 10)), 1_000_000)}. What is built to find it is thrown away.
     */
    public static int solve(IntFunction<? extends Number> figure, Number budget) {
        return Solving.solve(figure, budget, null, null, null);
    }

    /** The same among the sizes {@code from} to {@code to}. */
    public static int solve(IntFunction<? extends Number> figure, Number budget, int from, int to) {
        return Solving.solve(figure, budget, from, to, 1);
    }

    /** The same in steps, e.g. of 8, beginning at {@code from}. */
    public static int solve(IntFunction<? extends Number> figure, Number budget, int from, int to, int step) {
        return Solving.solve(figure, budget, from, to, step);
    }
}
