package layerbook.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.formula.Style;
import layerbook.layer.SizeList;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;

/** Reads sizes as users give them: numbers, symbols, lists of them. */
public final class Numbers {
    private Numbers() {}

    /** A whole number or symbol. */
    public static Expr expr(Object o) {
        if (o instanceof Expr e) {
            return e.normal();
        } else if (o instanceof Integer || o instanceof Long || o instanceof Short || o instanceof Byte) {
            return Expr.of(((Number) o).longValue());
        } else if (o instanceof BigInteger b) {
            return Expr.of(b);
        }
        throw Refusal.option("a size is a whole number or a symbol, not " + o);
    }

    /** Sizes one by one, or in lists. */
    public static List<Expr> exprs(Object... given) {
        var out = new ArrayList<Expr>();
        for (Object g : given) {
            if (g instanceof SizeList s) {
                s.values().forEach(e -> out.add(expr(e)));
            } else if (g instanceof Shape s) {
                out.addAll(s.dims());
            } else if (g instanceof Iterable<?> several) {
                several.forEach(e -> out.add(expr(e)));
            } else if (g instanceof int[] ints) {
                for (int i : ints) {
                    out.add(Expr.of(i));
                }
            } else {
                out.add(expr(g));
            }
        }
        return out;
    }

    /** As Java text. */
    static String java(Expr e) {
        return e instanceof Expr.Num n ? n.value().toString() : e.text(Style.ASCII).replace(",", "");
    }
}
