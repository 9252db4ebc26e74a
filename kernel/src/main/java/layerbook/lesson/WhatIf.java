package layerbook.lesson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import layerbook.count.Convention;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.count.Sum;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.net.Call;
import layerbook.net.Tensor;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import layerbook.table.Figures;
import layerbook.table.Grid;
import layerbook.table.Laid;

/**
 * What the network would be if one argument of one layer were another: the layer's output, its parameters and work, and those of the whole network,
 * which is built again behind it. What would not fit any more is said. Nothing of the user's network changes.
 * <pre>{@code
 * whatIf(conv1, "kernelSize", 1, 3, 5, 7)
 * whatIf(0, "size", 32, 64, 224)            // another size of picture
 * }</pre>
 */
public final class WhatIf implements Laid {
    private static final int BAR = 20;

    /**
     * The network with one value.
     *
     * @param value as the user wrote it
     * @param now whether it is what the network has
     * @param layer the layer's row, or null if the layer itself did not fit
     * @param params of the whole network
     * @param work of the whole network
     * @param broken what did not fit any more, or an empty text
     */
    public record Case(String value, boolean now, Call layer, Expr added, String own, Expr params, Sum work, String broken) {
        boolean isWhole() {
            return broken.isEmpty();
        }
    }

    private final String title;
    private final Convention convention;
    private final List<Case> cases;

    private WhatIf(String title, Convention convention, List<Case> cases) {
        this.title = title;
        this.convention = convention;
        this.cases = cases;
    }

    /** Tries each value in the place of an argument of the call's layer; of an input, {@code size}, {@code height}, {@code width}, {@code channels} or {@code length}. */
    public static WhatIf of(NetworkView network, Call call, String argument, List<Object> values, Convention convention) {
        var change = Change.of(call, argument);
        var cases = new ArrayList<Case>();
        if (values.stream().noneMatch(v -> change.text(v).equals(change.present()))) {
            cases.add(tried(network, call, change, null, convention));
        }
        for (Object value : values) {
            cases.add(tried(network, call, change, value, convention));
        }
        return new WhatIf(call.index() + " " + call.name() + ": " + change.argument(), convention, cases);
    }

    private static Case tried(NetworkView network, Call call, Change change, Object value, Convention convention) {
        Function<Call, TensorType> inputs = c -> c.index() == call.index() && value != null ? change.input(c, value) : c.outputs().get(0);
        Function<Call, Layer> layers = c -> value != null && (c.index() == call.index() || c.unit() != null && c.unit() == call.unit()) ? change.layer(value)
            : c.unit() != null ? c.unit().layer() : c.layer();
        Replay replay = Replay.of(network, inputs, layers);
        String text = value == null ? change.present() : change.text(value);
        boolean now = text.equals(change.present());
        Call mine = replay.now(call);
        String broken = replay.stopped() == null ? "" : replay.stopped().index() + " " + replay.stopped().layer().codeText() + " " + fits(replay, call);
        if (replay.network() == null) {
            return new Case(text, now, null, Expr.ZERO, "", Expr.ZERO, Sum.ZERO, broken);
        }
        Ledger ledger = Ledger.of(replay.network().graph());
        return new Case(text, now, mine, mine == null ? Expr.ZERO : ledger.added(mine).params(), mine == null ? "" : Figures.text(ledger.cost(mine, convention)),
            replay.network().params(), ledger.count(replay.network().number(), convention), broken);
    }

    private static String fits(Replay replay, Call call) {
        Call stopped = replay.stopped();
        String now = gets(stopped.inputs(), t -> replay.now(t.call()).outputs().get(t.outputIndex()));
        if (stopped.index() == call.index() || now.equals(gets(stopped.inputs(), Tensor::type))) {
            return "is refused: " + replay.why().getMessage() + replay.why().details().stream().filter(d -> d.startsWith("why")).findFirst().map(d -> ": " + d.substring(3).strip()).orElse("");
        }
        return "would get " + now;
    }

    private static String gets(List<Tensor> inputs, Function<Tensor, TensorType> type) {
        return inputs.stream().map(t -> type.apply(t).shape().text()).collect(Collectors.joining(", "));
    }

    /** What is asked, e.g. {@code 1 conv2d_1: kernelSize}. */
    public String title() {
        return title;
    }

    /** One case alone, beside what the network has now. */
    public WhatIf only(int which) {
        return new WhatIf(title, convention, cases.stream().filter(c -> c.now() || c == cases.get(which)).toList());
    }

    public List<Case> cases() {
        return List.copyOf(cases);
    }

    private Grid grid() {
        var columns = new ArrayList<Grid.Column>();
        columns.add(column("value", true, 0, Case::value));
        columns.add(column("output", false, 3, c -> c.layer() == null ? "" : c.layer().outputs().get(0).shape().text()));
        columns.add(column("params", true, 4, c -> c.layer() == null ? "" : Figures.text(c.added())));
        columns.add(column(head(), true, 5, Case::own));
        columns.add(column("Σ params", true, 1, c -> c.isWhole() ? Figures.text(c.params()) : ""));
        columns.add(column("Σ " + head(), true, 1, c -> c.isWhole() ? Figures.text(c.work()) : ""));
        columns.add(column("×", true, 2, this::ratio));
        columns.add(column("", false, 6, this::bar));
        var notes = new ArrayList<String>();
        cases.stream().filter(c -> !c.isWhole()).forEach(c -> notes.add("with " + c.value() + ", " + c.broken()));
        notes.add(title + "; × is the work of the whole network to that of now; " + convention.name() + ": " + convention.sentence() + ", per example");
        return new Grid("what if", columns, cases.stream().map(c -> c.now() ? "◂ now" : c.isWhole() ? "" : "✗").toList(), notes);
    }

    private String head() {
        return convention.name().equals("FLOPS") ? "FLOPs" : convention.name().equals("MACS") ? "MACs" : convention.name();
    }

    private Grid.Column column(String head, boolean right, int priority, Function<Case, String> text) {
        return new Grid.Column(head, right, priority, cases.stream().map(text).toList());
    }

    private BigInteger work(Case c) {
        Expr e = Figures.perExample(c.work().known()).normal();
        return c.isWhole() && !c.work().atLeast() && e instanceof Expr.Num n ? n.value() : null;
    }

    private BigInteger workNow() {
        return cases.stream().filter(Case::now).findFirst().map(this::work).orElse(null);
    }

    private String ratio(Case c) {
        BigInteger now = workNow();
        BigInteger mine = work(c);
        return now == null || mine == null || now.signum() == 0 ? "" : new BigDecimal(mine).divide(new BigDecimal(now), 2, RoundingMode.HALF_UP).toPlainString();
    }

    private String bar(Case c) {
        BigInteger most = cases.stream().map(this::work).filter(java.util.Objects::nonNull).reduce(BigInteger.ZERO, BigInteger::max);
        BigInteger mine = work(c);
        return mine == null || most.signum() == 0 ? "" : "█".repeat(Math.max(mine.signum() > 0 ? 1 : 0, mine.multiply(BigInteger.valueOf(BAR)).divide(most).intValue()));
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        String text = grid().text(width, unicode, colour);
        return unicode ? text : text.replace('█', '#').replace('✗', 'x');
    }

    @Override public String html() {
        return grid().html();
    }

    @Override public String toString() {
        return text(80, true, false);
    }

    /** The shape with another size at an axis. */
    static TensorType resized(TensorType type, int from, int to, Expr size) {
        var dims = new ArrayList<>(type.shape().dims());
        for (int i = from; i < to; i++) {
            dims.set(i, size);
        }
        return new TensorType(new Shape(dims), type.dtype());
    }
}
