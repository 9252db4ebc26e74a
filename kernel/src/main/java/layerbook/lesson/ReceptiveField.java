package layerbook.lesson;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.table.Grid;
import layerbook.table.Laid;

/**
 * How far each layer sees: so many points of the input, in one direction, take part in one number of its output. A window of k points whose neighbours lie
 * j points of the input apart sees (k − 1)·j points more than the layer before; a stride of s makes the next layer's j so many times larger.
 * <pre>{@code
 * receptiveField()
 * }</pre>
 */
public final class ReceptiveField implements Laid {
    private static final int BAR = 32;

    private final List<Call> calls;
    private final Map<Call, Reach> reach;

    private ReceptiveField(List<Call> calls) {
        this.calls = calls.stream().filter(c -> c.outputs().get(0).shape().rank() > 0).toList();
        this.reach = Reach.of(calls);
    }

    public static ReceptiveField of(NetworkView network) {
        return new ReceptiveField(network.calls());
    }

    /** How many points of the input one number of this row has seen in a direction; null if that is not known, or it is all of them. */
    public BigInteger field(int row) {
        return reach.get(calls.get(row)).field();
    }

    private Grid grid(boolean bars) {
        var columns = new ArrayList<Grid.Column>();
        columns.add(column("#", true, 0, c -> String.valueOf(c.index())));
        columns.add(new Grid.Column("layer", false, 0, 8, calls.stream().map(c -> (c.layer().factoryName() + " " + c.layer().briefArguments()).strip()).toList()));
        columns.add(column("output", false, 2, c -> c.outputs().get(0).shape().text()));
        columns.add(column("jump", true, 1, c -> reach.get(c).whole() ? "" : text(reach.get(c), reach.get(c).jump())));
        columns.add(column("sees", true, 0, c -> text(reach.get(c), reach.get(c).field())));
        columns.add(column("how", false, 4, this::how));
        if (bars) {
            columns.add(column("of the input", false, 3, this::bar));
        }
        return new Grid("receptive field", columns, java.util.Collections.nCopies(calls.size(), ""),
            List.of("sees: points of the input, along the height (or length), behind one number; jump: points of the input from one number to the next"));
    }

    private Grid.Column column(String head, boolean right, int priority, Function<Call, String> text) {
        return new Grid.Column(head, right, priority, calls.stream().map(text).toList());
    }

    private static String text(Reach reach, BigInteger value) {
        return reach.whole() ? "all" : value == null ? "?" : Expr.of(value).text();
    }

    private String how(Call call) {
        Reach.Window window = Reach.Window.of(call.layer());
        Reach now = reach.get(call);
        if (window == null || now.field() == null || !window.isKnown() || call.inputs().isEmpty()) {
            return "";
        }
        Reach before = reach.get(call.inputs().get(0).call());
        String points = window.dilation().isOne() ? window.kernel().text() : Expr.of(window.span()).text();
        return before == null || before.field() == null ? "" : before.field() + " + (" + points + " − 1)·" + before.jump();
    }

    /** Two signs for the size of the input and what is seen of it, drawn to scale. */
    private String bar(Call call) {
        BigInteger size = inputSize(call);
        Reach now = reach.get(call);
        if (size == null || size.signum() == 0) {
            return "";
        }
        BigInteger seen = now.whole() ? size : now.field() == null ? null : now.field().min(size);
        if (seen == null) {
            return "?";
        }
        int room = size.min(BigInteger.valueOf(BAR)).intValue();
        int filled = Math.max(1, seen.multiply(BigInteger.valueOf(room)).divide(size).intValue());
        int left = (room - filled) / 2;
        return "░".repeat(left) + "█".repeat(filled) + "░".repeat(room - filled - left);
    }

    private BigInteger inputSize(Call call) {
        Call from = call;
        while (!from.inputs().isEmpty()) {
            from = from.inputs().get(0).call();
        }
        List<Expr> dims = from.outputs().get(0).shape().dims();
        return dims.size() > 2 && dims.get(2) instanceof Expr.Num n ? n.value() : null;
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid(true).text(width, unicode, colour);
    }

    /** The table, and the fields drawn one inside the other on the picture. */
    @Override public String html() {
        String drawn = new FieldSvg(calls, reach).toString();
        return drawn + grid(drawn.isEmpty()).html();
    }

    @Override public String toString() {
        return text(80, true, false);
    }
}
