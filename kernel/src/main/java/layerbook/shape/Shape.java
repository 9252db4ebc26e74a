package layerbook.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.formula.Style;

/** The sizes of a tensor, axis by axis; each a number or a formula, in normal form. */
public record Shape(List<Expr> dims) {
    public Shape {
        dims = dims.stream().map(Expr::normal).toList();
    }

    public static Shape of(Expr... dims) {
        return new Shape(List.of(dims));
    }

    public static Shape of(long... dims) {
        var out = new ArrayList<Expr>();
        for (long d : dims) {
            out.add(Expr.of(d));
        }
        return new Shape(out);
    }

    public int rank() {
        return dims.size();
    }

    /** The size of an axis; negative axes count from the end. */
    public Expr dim(int axis) {
        return dims.get(axis < 0 ? axis + rank() : axis);
    }

    /** How many numbers such a tensor holds. */
    public Expr numel() {
        return Expr.product(dims).normal();
    }

    /** The axes from (inclusive) to (exclusive). */
    public List<Expr> slice(int from, int to) {
        return dims.subList(from, to);
    }

    public Shape with(int axis, Expr size) {
        var out = new ArrayList<>(dims);
        out.set(axis < 0 ? axis + rank() : axis, size);
        return new Shape(out);
    }

    public Shape at(Map<Expr.Sym, Expr> values) {
        return new Shape(dims.stream().map(d -> d.at(values)).toList());
    }

    public boolean isConcrete() {
        return dims.stream().allMatch(Expr::isNumber);
    }

    /** As shown in tables: {@code N×3×32×32}, sums in brackets; a tensor without axes is {@code scalar}. */
    public String text() {
        return text(Style.UNICODE);
    }

    public String text(Style style) {
        if (dims.isEmpty()) {
            return "scalar";
        }
        String times = style == Style.ASCII ? "x" : style == Style.LATEX ? " \\times " : "×";
        return dims.stream().map(d -> size(d, style)).collect(Collectors.joining(times));
    }

    private static String size(Expr d, Style style) {
        if (d instanceof Expr.Num n) {
            return n.value().toString();
        }
        String text = d.text(style);
        return d instanceof Expr.Sum || d instanceof Expr.Product ? "(" + text + ")" : text;
    }

    @Override public String toString() {
        return text();
    }
}
