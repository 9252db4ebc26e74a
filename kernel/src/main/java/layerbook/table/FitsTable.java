package layerbook.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.hardware.Figure;
import layerbook.hardware.Fits;
import layerbook.hardware.Worked;

/** Whether a network fits on a device, with the sum. Example: {@code fits(net, "RTX 4090", Q4_K_M, context(8192)).longestContext()}. */
public record FitsTable(Fits verdict, Grid grid) implements Tabular, Worked {
    private record Line(String what, BigInteger bytes, String size) {
        Line(String what, BigInteger bytes) {
            this(what, bytes, Amounts.both(bytes));
        }
    }

    public static FitsTable of(Fits f) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("weights in " + f.format().name(), f.weights()));
        lines.add(new Line("keys and values", f.cache()));
        lines.add(new Line("activations of one step", f.activations()));
        lines.add(new Line("total", f.total()));
        lines.add(new Line("memory of " + f.device().name(), f.device().memory(), Amounts.gib(f.device().memory())));
        if (f.device().reserved().signum() > 0) {
            lines.add(new Line("driver and context", f.device().reserved().negate(), "1 GiB, assumed"));
        }
        lines.add(new Line(f.fits() ? "left" : "missing", f.left().abs()));
        var columns = List.of(new Grid.Column(f.fits() ? "it fits" : "it does not fit", false, 0, 12, lines.stream().map(Line::what).toList()),
            new Grid.Column("bytes", true, 0, lines.stream().map(l -> Expr.of(l.bytes()).text()).toList()),
            new Grid.Column("", false, 2, lines.stream().map(Line::size).toList()));
        return new FitsTable(f, new Grid("fits", columns, Collections.nCopies(lines.size(), ""), notes(f)));
    }

    private static List<String> notes(Fits f) {
        var notes = new ArrayList<String>();
        boolean text = f.context() > 0;
        notes.add((text ? "context " + Expr.of(f.context()).text() + ", " : "") + "batch " + Expr.of(f.batch()).text()
            + (text && f.cache().signum() > 0 && f.weights().compareTo(f.device().usable()) < 0
                ? "; longest context " + Expr.of(f.longestContext()).text() + ", largest batch " + Expr.of(f.largestBatch()).text() : ""));
        if (!f.fits()) {
            notes.add(f.formatThatFits().map(x -> "in " + x.name() + " it would fit").orElse("in no format that is known would it fit"));
        }
        notes.add("activations: the peak of one step in float16" + (text ? ", one new token for each sequence, scores not stored; a prompt goes in pieces" : ""));
        return notes;
    }

    public boolean fits() {
        return verdict.fits();
    }

    public long total() {
        return verdict.total().longValueExact();
    }

    /** Bytes left; negative if it does not fit. */
    public long left() {
        return verdict.left().longValueExact();
    }

    public long longestContext() {
        return verdict.longestContext();
    }

    public long largestBatch() {
        return verdict.largestBatch();
    }

    @Override public String title() {
        return verdict.title();
    }

    @Override public List<Figure> figures() {
        return verdict.figures();
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
