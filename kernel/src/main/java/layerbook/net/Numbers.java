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
    private static final int MOST_OUTPUTS = 100_000;

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

    /** Whether it is known to lie below zero. */
    public static boolean isNegative(Expr e) {
        return e instanceof Expr.Num n && n.value().signum() < 0;
    }

    /** A number that must be known, such as an axis. */
    public static int whole(Expr e, String what) {
        if (!(e instanceof Expr.Num n) || n.value().bitLength() > 31) { // the sign is not among them
            throw Refusal.option(what + " is a plain number, not " + e.text()).at(what, "a plain number");
        }
        return n.value().intValueExact();
    }

    /** How many tensors an operation gives; each is one by itself, so a number that no list would hold is refused. */
    public static int outputs(String operation, Expr count) {
        if (count instanceof Expr.Num n && n.value().compareTo(BigInteger.valueOf(MOST_OUTPUTS)) > 0) {
            throw Refusal.option(operation + " would give " + n.text() + " tensors").why("each of them is one by itself; more than " + Expr.of(MOST_OUTPUTS).text() + " are not kept");
        }
        return whole(count, "the number of parts");
    }

    /** As Java text: a product of letters as {@code N.times(T)}. */
    public static String java(Expr e) {
        if (e instanceof Expr.Product p && p.factors().stream().allMatch(f -> f instanceof Expr.Num || f instanceof Expr.Sym)) {
            var letters = p.factors().stream().filter(f -> f instanceof Expr.Sym).map(Numbers::java).toList();
            var numbers = p.factors().stream().filter(f -> f instanceof Expr.Num).map(Numbers::java).toList();
            if (!letters.isEmpty()) {
                return java.util.stream.Stream.concat(letters.stream().skip(1), numbers.stream()).reduce(letters.get(0), (all, f) -> all + ".times(" + f + ")");
            }
        }
        return e instanceof Expr.Num n ? layerbook.layer.Arguments.literal(n.value()) : e.text(Style.ASCII).replace(",", "");
    }
}
