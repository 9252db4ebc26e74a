package layerbook.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import layerbook.count.Memory;
import layerbook.count.NetworkView;
import layerbook.count.Optimizer;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Letters;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Refusal;

/**
 * The memory that a network needs, layer by layer, in bytes, with the formulas and what was assumed below.
 *
 * @param network what it is the memory of
 * @param dtype the element type of weights and activations
 * @param trainer the optimiser; null in use
 * @param values how many examples at once, and values of other letters
 * @param memory the figures, the letters put in, the batch apart
 */
public record MemoryTable(NetworkView network, DType dtype, Optimizer trainer, Map<Sym, Expr> values, Memory memory) implements MemoryFigures {
    /** Training with an optimiser, in an element type, with a batch. */
    public static MemoryTable training(NetworkView network, DType dtype, Optimizer optimizer, Expr batch) {
        if (!dtype.isFloating()) {
            throw Refusal.option("whole numbers have no gradients: " + dtype + " is for use only").fix("memory(INFERENCE, " + dtype + ")");
        }
        return of(network, dtype, optimizer, Map.of(Letters.N, batch), fitting(network, Memory.training(network, dtype, optimizer), batch));
    }

    private static MemoryTable of(NetworkView network, DType dtype, Optimizer optimizer, Map<Sym, Expr> values, Memory memory) {
        var letters = new LinkedHashMap<>(values);
        letters.remove(Letters.N);
        return new MemoryTable(network, dtype, optimizer, values, letters.isEmpty() ? memory : memory.at(letters));
    }

    /** The rows. */
    @Override public Grid grid() {
        return trainer == null ? inUse(memory, batch()) : inTraining(memory, batch());
    }

    private Grid inTraining(Memory m, Expr batch) {
        var columns = new ArrayList<>(begin(m));
        columns.add(column("parameters", 1, m, batch, Memory.Row::parameters, m.parameters()));
        columns.add(column("buffers", 4, m, batch, Memory.Row::buffers, m.buffers()));
        columns.add(column("kept", 0, m, batch, Memory.Row::activations, m.activations()));
        columns.add(column("gradients", 2, m, batch, Memory.Row::gradients, m.gradients()));
        columns.add(column("optimiser", 3, m, batch, Memory.Row::optimizer, m.optimizer()));
        columns.add(column("total", 0, m, batch, Memory.Row::total, m.total()));
        var notes = new ArrayList<String>();
        notes.add("bytes, training with " + trainer + " in " + dtype.torchName() + ", " + examples(m, batch));
        notes.add(total(m, batch));
        notes.add("parameters  " + per(dtype, m.parameters()) + ";  gradients  " + per(dtype, m.gradients()) + ";  optimiser  "
            + (trainer.numbers() == 0 ? "0" : trainer.numbers() + "·" + per(dtype, m.gradients())));
        notes.add("kept  " + m.activations().text() + ": what PyTorch keeps for the backward pass, each piece of memory once, where it is kept first");
        notes.add("assumed: gradients and the optimiser's numbers (" + trainer.keeps() + ") are " + dtype.torchName() + " too; masks of dropout take 1 byte and indices of pools 8 a number; "
            + "attention keeps its weights; no checkpoints, no copy in another precision, no workspace, no overhead of the allocator");
        return new Grid("memory", columns, marks(m), notes);
    }

    /** Use without training. */
    public static MemoryTable inference(NetworkView network, DType dtype, Expr batch) {
        var values = Map.of(Letters.N, batch);
        return of(network, dtype, null, values, fitting(network, Memory.inference(network, dtype, values), batch));
    }

    private Grid inUse(Memory m, Expr batch) {
        var columns = new ArrayList<>(begin(m));
        columns.add(column("parameters", 1, m, batch, Memory.Row::parameters, m.parameters()));
        columns.add(column("buffers", 4, m, batch, Memory.Row::buffers, m.buffers()));
        columns.add(column("live", 0, m, batch, Memory.Row::activations, m.activations()));
        var notes = new ArrayList<String>();
        notes.add("bytes, use in " + dtype.torchName() + ", " + examples(m, batch));
        notes.add(total(m, batch));
        notes.add("parameters  " + per(dtype, m.parameters()) + (m.peak() == null ? "" : ";  peak  " + m.activations().text() + " at " + m.peak().index() + " " + m.peak().name()));
        notes.add("live: what is there while the row is worked out: its inputs, its outputs, and what later rows still need; the last line is the most");
        notes.add("assumed: memory is given back as soon as nobody needs it, inputs included; views take none; what a layer makes besides its outputs, such as "
            + "the places of a max pool, counts; no scratch inside kernels, no overhead of the allocator");
        return new Grid("memory", columns, marks(m), notes);
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
        if (!batch.isOne() && !m.activations().symbols().contains(Letters.N)) {
            throw Refusal.option("batch(" + batch.text().replace(",", "") + ") has no place: the batch of this network is not open").why("its input is " + network.calls().get(0).outputs().get(0).text()
                + ", without an N").fix("memory()");
        }
        return m;
    }

    private static String examples(Memory m, Expr batch) {
        if (!m.activations().symbols().contains(Letters.N)) {
            return "the batch is that of the input";
        }
        return batch.isOne() ? "per example (N = 1)" : batch.isNumber() ? "a batch of " + batch.text() : "a batch of " + batch.text() + " examples";
    }

    private static String at(Expr e, Expr batch) {
        return e.at(Map.of(Letters.N, batch)).text();
    }

    /** For example {@code 4·136,970}. */
    private static String per(DType dtype, Expr bytes) {
        return dtype.bytes() + "·" + (bytes.isNumber() ? Expr.of(bytes.exact().divide(java.math.BigInteger.valueOf(dtype.bytes()))).text() : "(" + bytes.over(Expr.of(dtype.bytes())).normal().text() + ")");
    }

    /** How many examples at once the figures are for. */
    public Expr batch() {
        return values.get(Letters.N);
    }

    /**
     * The same with values for letters, such as {@code at(T, 1024)} or {@code at("T", 1024, "S", 77)}; N is the batch.
     *
     * @param letters letters, as symbols or by name, each with a whole number behind it
     */
    @Override public MemoryTable at(Object... letters) {
        Map<Sym, Expr> all = new LinkedHashMap<>(values);
        if (letters.length % 2 == 1) {
            throw Refusal.option("at takes letters and their values in turn").fix("memory().at(\"T\", 1024)");
        }
        for (int i = 0; i < letters.length; i += 2) {
            Sym letter = letters[i] instanceof Sym s ? s : Expr.symbol(String.valueOf(letters[i]));
            Expr value = Numbers.expr(letters[i + 1]);
            if (!known(letter)) {
                throw Refusal.option("the memory of this network has no letter " + letter.text()).why(open().isEmpty() ? "it has no open letter" : "it has " + String.join(", ", open()));
            }
            all.put(letter, value);
        }
        Memory fresh = trainer == null ? Memory.inference(network, dtype, all) : Memory.training(network, dtype, trainer);
        return of(network, dtype, trainer, all, fresh);
    }

    private boolean known(Sym letter) {
        return values.containsKey(letter) || memory.total().symbols().contains(letter) || memory.rows().stream().anyMatch(r -> r.total().symbols().contains(letter));
    }

    private List<String> open() {
        return memory.total().symbols().stream().map(Sym::name).sorted().toList();
    }

    /** All of it, in bytes. An open letter is refused: {@link #at} gives it a value. */
    @Override public long total() {
        return whole(memory.total(), "total");
    }

    @Override public long parameters() {
        return whole(memory.parameters(), "parameters");
    }

    @Override public long buffers() {
        return whole(memory.buffers(), "buffers");
    }

    /** What is kept for the backward pass, or the most at once in use. */
    @Override public long activations() {
        return whole(memory.activations(), "activations");
    }

    @Override public long gradients() {
        return whole(memory.gradients(), "gradients");
    }

    /** What the optimiser keeps. */
    @Override public long optimizer() {
        return whole(memory.optimizer(), "optimizer");
    }

    /** What does not grow with the batch: weights, gradients, and what the optimiser keeps. */
    @Override public long states() {
        return whole(Expr.sum(memory.parameters(), memory.gradients(), memory.optimizer()).normal(), "states");
    }

    /** All of it, with the batch as a letter. */
    @Override public Expr totalFormula() {
        return memory.total();
    }

    @Override public long perDevice() {
        return total();
    }

    private long whole(Expr e, String what) {
        Expr value = e.at(Map.of(Letters.N, batch()));
        List<Sym> open = value.symbols().stream().sorted(java.util.Comparator.comparing(Sym::name)).toList();
        if (!open.isEmpty()) {
            String letter = open.get(0).equals(Letters.N) ? "N, 1" : (List.of("T", "H", "W", "L").contains(open.get(0).name()) ? open.get(0).name() : "\"" + open.get(0).name() + "\"") + ", 1024";
            throw Refusal.of("runtime", "the bytes depend on " + open.stream().map(Sym::text).collect(Collectors.joining(", ")) + ", which " + (open.size() == 1 ? "has" : "have") + " no value yet")
                .why(what + " is " + value.text() + "; give letters values by at(..), or take totalFormula()").fix("memory().at(" + letter + ")." + what + "()");
        }
        if (value.exact().bitLength() > Long.SIZE - 1) {
            throw Refusal.of("runtime", value.text() + " bytes do not fit into a long").fix("memory().totalFormula()");
        }
        return value.exact().longValue();
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid().text(width, unicode, colour);
    }

    @Override public String html() {
        return grid().html();
    }

    @Override public String toString() {
        return grid().toString();
    }
}
