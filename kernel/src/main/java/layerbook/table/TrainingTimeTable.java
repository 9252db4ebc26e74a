package layerbook.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import layerbook.formula.Expr;
import layerbook.hardware.Figure;
import layerbook.hardware.TrainingTime;
import layerbook.hardware.Worked;

/** How long training takes. Example: {@code trainingTime(net, tokens(15e12), gpus(1024, "H100 SXM"), mfu(0.4)).days()}. */
public record TrainingTimeTable(TrainingTime time, Grid grid) implements Tabular, Worked {
    public static TrainingTimeTable of(TrainingTime t) {
        var what = new ArrayList<String>();
        var figure = new ArrayList<String>();
        add(what, figure, "parameters N", Expr.of(t.parameters()).text());
        add(what, figure, "tokens D", Expr.of(t.tokens()).text());
        add(what, figure, "operations 6·N·D", Amounts.rounded(t.flops().doubleValue()));
        add(what, figure, "devices", Expr.of(t.gpus().count()).text() + " × " + t.gpus().device().name());
        add(what, figure, "peak of one", Amounts.rounded(t.peak().operations().doubleValue()) + " FLOP/s (" + t.peak().peak() + ", dense)");
        add(what, figure, "share reached (MFU)", String.format(Locale.ROOT, "%.1f %%", 100 * t.utilization()));
        add(what, figure, "days", Amounts.rounded(t.days()));
        add(what, figure, "GPU hours", Amounts.rounded(t.gpuHours()));
        var columns = List.of(new Grid.Column("training", false, 0, 12, what), new Grid.Column("", true, 0, figure));
        return new TrainingTimeTable(t, new Grid("trainingTime", columns, Collections.nCopies(what.size(), ""), notes(t)));
    }

    private static void add(List<String> what, List<String> figure, String name, String value) {
        what.add(name);
        figure.add(value);
    }

    private static List<String> notes(TrainingTime t) {
        var notes = new ArrayList<String>();
        notes.add("6 operations for each parameter and token: 2 forward, 4 backward. Published runs reach an MFU of 0.25 to 0.45 end to end");
        BigInteger exact = t.exactFlops();
        if (exact != null) {
            double share = 100 * (exact.doubleValue() / t.flops().doubleValue() - 1);
            notes.add("the network's own work, three times forward, is " + Amounts.rounded(exact.doubleValue())
                + String.format(Locale.ROOT, " (%+.1f %%): it has the products of attention, and none for the input table", share));
        }
        return notes;
    }

    /** Operations in all: 6·N·D; past 2^63 use {@link #flopsExact}. */
    public double flops() {
        return time.flops().doubleValue();
    }

    /** The same as a whole number. */
    public BigInteger flopsExact() {
        return time.flops();
    }

    public double days() {
        return time.days();
    }

    public double gpuHours() {
        return time.gpuHours();
    }

    @Override public String title() {
        return time.title();
    }

    @Override public List<Figure> figures() {
        return time.figures();
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
