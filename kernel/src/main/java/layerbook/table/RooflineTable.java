package layerbook.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.hardware.Figure;
import layerbook.hardware.Roofline;
import layerbook.hardware.Worked;

/** A roofline, layer by layer. Example: {@code roofline(net, "H100 SXM", BFLOAT16, context(8192)).decode()}. */
public record RooflineTable(Roofline roofline, Grid grid) implements Tabular, Worked {
    public static RooflineTable of(Roofline r) {
        var columns = List.of(words("first", 12, r, Roofline.Row::name), numbers("×", 0, r, row -> Expr.of(row.count()).text()),
            words("layer", 14, r, Roofline.Row::layer), numbers("FLOPs", 1, r, row -> Expr.of(row.flops()).text()),
            numbers("bytes", 1, r, row -> Expr.of(row.bytes()).text()),
            numbers("FLOP/B", 0, r, row -> String.format(Locale.ROOT, "%,.1f", row.intensity())), words("at most", 9, r, r::boundBy),
            numbers("ms", 2, r, row -> String.format(Locale.ROOT, "%.4f", r.seconds(row) * 1000)));
        return new RooflineTable(r, new Grid("roofline", columns, Collections.nCopies(r.rows().size(), ""), notes(r)));
    }

    private static Grid.Column words(String head, int least, Roofline r, Function<Roofline.Row, String> cell) {
        return new Grid.Column(head, false, head.equals("layer") ? 3 : 0, least, r.rows().stream().map(cell).toList());
    }

    private static Grid.Column numbers(String head, int priority, Roofline r, Function<Roofline.Row, String> cell) {
        return new Grid.Column(head, true, priority, r.rows().stream().map(cell).toList());
    }

    private static List<String> notes(Roofline r) {
        var notes = new ArrayList<String>();
        notes.add(r.device().name() + ": " + Amounts.rounded(r.peak().operations().doubleValue()) + " FLOP/s (" + r.peak().peak() + ", dense), "
            + Amounts.rounded(r.device().bandwidth().doubleValue()) + " B/s; ridge at " + String.format(Locale.ROOT, "%.1f", r.ridge()) + " FLOP/B");
        notes.add("weights in " + r.format().name() + ", activations in 16 bits; batch " + r.batch() + (r.context() > 0 ? ", one prompt of " + r.context() : ""));
        if (r.context() > 0) {
            notes.add("at most " + Amounts.rounded(r.prefill()) + " tokens a second of a prompt, " + Amounts.rounded(r.decode()) + " one after the other"
                + " at context " + Expr.of(r.context()).text());
        } else {
            notes.add("at most " + Amounts.rounded(r.examplesPerSecond()) + " examples a second");
        }
        notes.add("bounds, no forecast" + (r.efficiency() < 1 ? "; times your efficiency of " + r.efficiency() : ": measured figures are lower"));
        return notes;
    }

    /** Tokens a second of a prompt, at most. */
    public double prefill() {
        return roofline.prefill();
    }

    /** Tokens a second one after the other, at most. */
    public double decode() {
        return roofline.decode();
    }

    /** Examples a second, at most. */
    public double examplesPerSecond() {
        return roofline.examplesPerSecond();
    }

    @Override public String title() {
        return roofline.title();
    }

    @Override public List<Figure> figures() {
        return roofline.figures();
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid.text(width, unicode, colour) + "\n\n" + new RooflinePicture(roofline).text(width, unicode);
    }

    @Override public String html() {
        return grid.html() + "\n" + svg();
    }

    /** The picture: the roof, and each kind of layer on it. */
    public String svg() {
        return new RooflinePicture(roofline).svg();
    }

    /** As text in a format: {@code csv markdown latex html json}, or the picture as {@code svg}. */
    @Override public String as(String format) {
        return format.equals("svg") ? svg() : Tabular.super.as(format);
    }

    @Override public String toString() {
        return text(80, true, false);
    }
}
