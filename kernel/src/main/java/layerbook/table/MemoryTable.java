package layerbook.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import layerbook.count.Memory;
import layerbook.count.NetworkView;
import layerbook.count.Optimizer;
import layerbook.formula.Expr;
import layerbook.shape.DType;
import layerbook.shape.Refusal;

/**
 * The memory that a network needs, layer by layer, in bytes, with the formulas and what was assumed below.
 *
 * @param memory the figures
 * @param batch how many examples at once the figures are for
 * @param grid the rows
 */
public record MemoryTable(Memory memory, Expr batch, Grid grid) implements Tabular {
    /** Training with an optimiser, in a kind of number, with a batch. */
    public static MemoryTable training(NetworkView network, DType dtype, Optimizer optimizer, Expr batch) {
        if (!dtype.isFloating()) {
            throw Refusal.option("whole numbers have no gradients: " + dtype + " is for use only").fix("memory(INFERENCE, " + dtype + ")");
        }
        Memory m = fitting(network, Memory.training(network, dtype, optimizer), batch);
        var columns = new ArrayList<>(begin(m));
        columns.add(column("parameters", 1, m, batch, Memory.Row::parameters, m.parameters()));
        columns.add(column("buffers", 4, m, batch, Memory.Row::buffers, m.buffers()));
        columns.add(column("kept", 0, m, batch, Memory.Row::activations, m.activations()));
        columns.add(column("gradients", 2, m, batch, Memory.Row::gradients, m.gradients()));
        columns.add(column("optimiser", 3, m, batch, Memory.Row::state, m.state()));
        columns.add(column("total", 0, m, batch, Memory.Row::total, m.total()));
        var notes = new ArrayList<String>();
        notes.add("bytes, training with " + optimizer + " in " + dtype.torchName() + ", " + examples(m, batch));
        notes.add(total(m, batch));
        notes.add("parameters  " + per(dtype, m.parameters()) + ";  gradients  " + per(dtype, m.gradients()) + ";  optimiser  "
            + (optimizer.numbers() == 0 ? "0" : optimizer.numbers() + "·" + per(dtype, m.gradients())));
        notes.add("kept  " + m.activations().text() + ": what PyTorch keeps for the backward pass, each piece of memory once, where it is kept first");
        notes.add("assumed: gradients and the optimiser's numbers (" + optimizer.keeps() + ") are " + dtype.torchName() + " too; masks of dropout take 1 byte and indices of pools 8 a number; "
            + "attention keeps its weights; no checkpoints, no copy in another precision, no workspace, no overhead of the allocator");
        return new MemoryTable(m, batch, new Grid("memory", columns, marks(m), notes));
    }

    /** Use without training. */
    public static MemoryTable inference(NetworkView network, DType dtype, Expr batch) {
        Memory m = fitting(network, Memory.inference(network, dtype), batch);
        var columns = new ArrayList<>(begin(m));
        columns.add(column("parameters", 1, m, batch, Memory.Row::parameters, m.parameters()));
        columns.add(column("buffers", 4, m, batch, Memory.Row::buffers, m.buffers()));
        columns.add(column("live", 0, m, batch, Memory.Row::activations, m.activations()));
        var notes = new ArrayList<String>();
        notes.add("bytes, use in " + dtype.torchName() + ", " + examples(m, batch));
        notes.add(total(m, batch));
        notes.add("parameters  " + per(dtype, m.parameters()) + (m.peak() == null ? "" : ";  peak  " + m.activations().text() + " at " + m.peak().index() + " " + m.peak().name()));
        notes.add("live: what is there while the row is worked out: its inputs, its outputs, and what later rows still need; the last line is the most");
        notes.add("assumed: memory is given back as soon as nobody needs it, inputs included; views take none; no workspace, no overhead of the allocator");
        return new MemoryTable(m, batch, new Grid("memory", columns, marks(m), notes));
    }

    private static List<Grid.Column> begin(Memory m) {
        return List.of(new Grid.Column("#", true, 5, cells(m, r -> r.call() == null ? "" : String.valueOf(r.call().index()), "")),
            new Grid.Column("name", false, 0, 12, cells(m, r -> r.call() == null ? "not used" : r.call().name(), "total")));
    }

    private static Grid.Column column(String head, int priority, Memory m, Expr batch, Function<Memory.Row, Expr> size, Expr total) {
        return new Grid.Column(head, true, priority, cells(m, r -> at(size.apply(r), batch), at(total, batch)));
    }

    private static List<String> cells(Memory m, Function<Memory.Row, String> text, String total) {
        var out = new ArrayList<>(shown(m).stream().map(text).toList());
        out.add(total);
        return out;
    }

    private static List<Memory.Row> shown(Memory m) {
        return m.rows().stream().filter(r -> !r.total().isZero()).toList();
    }

    private static List<String> marks(Memory m) {
        List<Memory.Row> shown = shown(m);
        var marks = new ArrayList<>(Collections.nCopies(shown.size() + 1, ""));
        for (int i = 0; m.peak() != null && i < shown.size(); i++) {
            marks.set(i, shown.get(i).call() == m.peak() ? "◂ peak" : "");
        }
        return marks;
    }

    private static String total(Memory m, Expr batch) {
        if (m.total().isNumber() || !batch.isNumber()) {
            return "total  " + m.total().text() + " B" + (m.total().isNumber() ? " = " + Bytes.text(m.total()) : "");
        }
        return "total  " + m.total().text() + " B = " + at(m.total(), batch) + " B = " + Bytes.text(Figures.atBatch(m.total(), batch.exact()));
    }

    /** A batch needs a letter that it can be put in for. */
    private static Memory fitting(NetworkView network, Memory m, Expr batch) {
        if (!batch.isOne() && !m.activations().symbols().contains(layerbook.layer.Letters.N)) {
            throw Refusal.option("batch(" + batch.text().replace(",", "") + ") has no place: the batch of this network is not open").why("its input is " + network.calls().get(0).outputs().get(0).text()
                + ", without an N").fix("memory()");
        }
        return m;
    }

    private static String examples(Memory m, Expr batch) {
        if (!m.activations().symbols().contains(layerbook.layer.Letters.N)) {
            return "the batch is that of the input";
        }
        return batch.isOne() ? "per example (N = 1)" : batch.isNumber() ? "a batch of " + batch.text() : "a batch of " + batch.text() + " examples";
    }

    private static String at(Expr e, Expr batch) {
        return e.at(java.util.Map.of(layerbook.layer.Letters.N, batch)).text();
    }

    /** For example {@code 4·136,970}. */
    private static String per(DType dtype, Expr bytes) {
        return dtype.bytes() + "·" + (bytes.isNumber() ? Expr.of(bytes.exact().divide(java.math.BigInteger.valueOf(dtype.bytes()))).text() : "(" + bytes.over(Expr.of(dtype.bytes())).normal().text() + ")");
    }

    /** All of it, in bytes, for this batch. */
    public long total() {
        return whole(memory.total());
    }

    public long parameters() {
        return whole(memory.parameters());
    }

    public long buffers() {
        return whole(memory.buffers());
    }

    /** What is kept for the backward pass, or the most at once in use. */
    public long activations() {
        return whole(memory.activations());
    }

    public long gradients() {
        return whole(memory.gradients());
    }

    public long state() {
        return whole(memory.state());
    }

    /** All of it, with the batch as a letter. */
    public Expr totalFormula() {
        return memory.total();
    }

    private long whole(Expr e) {
        return e.at(java.util.Map.of(layerbook.layer.Letters.N, batch)).exact().longValueExact();
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid.text(width, unicode, colour);
    }

    @Override public String html() {
        return grid.html();
    }

    @Override public String toString() {
        return grid.toString();
    }
}
