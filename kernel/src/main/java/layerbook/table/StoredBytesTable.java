package layerbook.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import layerbook.formula.Expr;
import layerbook.hardware.Figure;
import layerbook.hardware.StoredBytes;
import layerbook.hardware.Worked;

/** The bytes of a network's weights in a format, by kind of tensor. Example: {@code bytes(net, Q4_K_M).total()}. */
public record StoredBytesTable(StoredBytes stored, Grid grid) implements Tabular, Worked {
    public static StoredBytesTable of(StoredBytes stored) {
        List<StoredBytes.Row> rows = stored.rows();
        var columns = List.of(column("tensors", false, rows, r -> r.use().label(), "total"), column("type", false, rows, StoredBytes.Row::type, ""),
            column("count", true, rows, r -> Expr.of(r.count()).text(), Expr.of(stored.tensors().size()).text()),
            column("numbers", true, rows, r -> Expr.of(r.numbers()).text(), Expr.of(stored.numbers()).text()),
            column("bytes", true, rows, r -> Expr.of(r.bytes()).text(), Expr.of(stored.bytes()).text()));
        var notes = List.of(stored.format().name() + ": " + stored.format().sentence(),
            "total  " + Expr.of(stored.bytes()).text() + " B = " + Amounts.both(stored.bytes()) + "; tensors only, without the header of a file");
        return new StoredBytesTable(stored, new Grid("bytes", columns, Collections.nCopies(rows.size() + 1, ""), notes));
    }

    static <R> Grid.Column column(String head, boolean right, List<R> rows, Function<R, String> cell, String last) {
        var cells = new ArrayList<>(rows.stream().map(cell).toList());
        cells.add(last);
        return new Grid.Column(head, right, 0, right ? 0 : 8, cells);
    }

    /** All of it, in bytes. */
    public long total() {
        return stored.bytes().longValueExact();
    }

    @Override public String title() {
        return stored.title();
    }

    @Override public List<Figure> figures() {
        return stored.figures();
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
