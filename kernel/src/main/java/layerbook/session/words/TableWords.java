package layerbook.session.words;

import java.util.List;
import java.util.function.IntFunction;
import layerbook.count.Optimizer;
import layerbook.layer.Option;
import layerbook.lesson.Chart;
import layerbook.load.file.Loaded;
import layerbook.load.file.StoredAgainstBuilt;
import layerbook.table.BackwardTable;
import layerbook.table.CleverFormat;
import layerbook.table.Grid;
import layerbook.table.MemoryFigures;
import layerbook.table.Printed;

/** The words that show a whole network: summaries known from other tools, a tree, memory, training, comparisons, charts, budgets. What each does stands in its {@link Doc}. */
public abstract class TableWords extends DisplayWords {
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

    @Doc(value = "What torchsummary prints of the network, character for character; with TORCHINFO what torchinfo prints, with KERAS a summary as Keras lays it out. A network may stand among the arguments.",
        examples = {"summary()", "summary(net)", "summary(TORCHINFO, depth(2))", "summary(KERAS)"})
    public static Printed summary(Object... what) {
        return new WordArguments(what).summary();
    }

    @Doc(value = "The network as a tree of models, blocks, layers and functions, with totals; what lies deeper than depth(..) is summed up.",
        examples = {"tree()", "tree(net, depth(2))", "tree(columns(\"input\", \"output\", \"params\", \"macs\"))"})
    public static Grid tree(Object... what) {
        return new WordArguments(what).tree();
    }

    @Doc(value = "How deep a tree or summary is shown.",
        examples = {"tree(depth(2))"})
    public static Option depth(int levels) {
        return Option.of("depth", levels);
    }

    @Doc(value = "Which columns a tree shows: type, input, output, kernel, groups, params, percent, macs, work, trainable.",
        examples = {"tree(columns(\"output\", \"params\", \"trainable\"))"})
    public static Option columns(String... names) {
        return Option.of("columns", (Object[]) names);
    }

    @Doc(value = "How many examples at once; a letter may stay.",
        examples = {"memory(batch(64))", "memory(batch(N))"})
    public static Option batch(Object examples) {
        return Option.of("batch", examples);
    }

    @Doc(value = "thop's pair: its count for one example, and the parameters that it sees.",
        examples = {"profile()", "cleverFormat(profile())"})
    public static List<Long> profile(Object... what) {
        return new WordArguments(what).profile();
    }

    @Doc(value = "Numbers as thop's clever_format writes them; a pattern may be given, as to thop.",
        examples = {"cleverFormat(profile())", "cleverFormat(profile(), \"%.3f\")"})
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

    @Doc(value = "The memory of the network in bytes, layer by layer, with the formulas: for training with Adam in float32, or as is said by TRAINING or INFERENCE, SGD, MOMENTUM, ADAM or ADAMW, FLOAT32, FLOAT16, BFLOAT16, INT8 and batch(..). MIXED, zero(..), fsdp(..), recompute(..), lora(..) and a format such as NF4 for the weights that are not trained plan a training on several devices.",
        examples = {"memory()", "memory(SGD, BFLOAT16, batch(64))", "memory(net, INFERENCE, INT8)", "memory().total()", "memory(net, ADAM, MIXED, batch(8), zero(3, 64)).perDevice()"})
    public static MemoryFigures memory(Object... what) {
        return new WordArguments(what).memory();
    }

    @Doc(value = "The work of a training step: forward, and on the way back for the gradients of inputs and of weights.",
        examples = {"backward()", "backward(net, MACS)"})
    public static BackwardTable backward(Object... what) {
        return new WordArguments(what).backward();
    }

    @Doc(value = "Two networks side by side, aligned by the names of their rows, with what differs. A checkpoint is set against a network by names and shapes: "
            + "stored against built.",
        examples = {"compare(a, b)", "compare(load(\"model.pt\"), net)"})
    public static Grid compare(Object a, Object b) {
        if (a instanceof Loaded file && file.content() == Loaded.Content.TENSORS) {
            return StoredAgainstBuilt.of(file, Selectors.view(b));
        } else if (b instanceof Loaded file && file.content() == Loaded.Content.TENSORS) {
            return StoredAgainstBuilt.of(file, Selectors.view(a));
        }
        return layerbook.lesson.Comparison.of(Selectors.view(a), Selectors.view(b), Selectors.convention());
    }

    @Doc(value = "Parameters against work, layer by layer, as bars: each the share of the whole.",
        examples = {"chart()", "chart(net, MACS)"})
    public static Chart chart(Object... what) {
        return new WordArguments(what).chart();
    }

    @Doc(value = "The largest whole number for which a figure stays within a budget, shown with its neighbours; among the sizes from .. to, in steps, if they are given. What is built to find it is thrown away.",
        examples = {"solve(h -> params(mlp(784, h, 10)), 1_000_000)", "solve(w -> flops(net(w)), 5_000_000, 8, 1024, 8)", "solve(b -> memory(net, batch(b)).total(), 8_000_000_000L)"})
    public static int solve(IntFunction<? extends Number> figure, Number budget) {
        return SizeSearch.solve(figure, budget, null, null, null);
    }

    /** The same among the sizes {@code from} to {@code to}. */
    public static int solve(IntFunction<? extends Number> figure, Number budget, int from, int to) {
        return SizeSearch.solve(figure, budget, from, to, 1);
    }

    /** The same in steps, e.g. of 8, beginning at {@code from}. */
    public static int solve(IntFunction<? extends Number> figure, Number budget, int from, int to, int step) {
        return SizeSearch.solve(figure, budget, from, to, step);
    }
}
