package layerbook.hardware;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Letters;

/** Compares formulas by a sample of their values: N as 1, other letters as 1,000. */
final class Sample {
    private Sample() {}

    static Expr largest(List<Expr> of) {
        Expr largest = Expr.ZERO;
        for (Expr e : of) {
            largest = value(e).compareTo(value(largest)) > 0 ? e : largest;
        }
        return largest;
    }

    static boolean isLess(Expr a, Expr b) {
        return value(a).compareTo(value(b)) < 0;
    }

    private static BigInteger value(Expr e) {
        Expr one = e.at(Map.of(Letters.N, Expr.ONE));
        var rest = new HashMap<Expr.Sym, Expr>();
        one.symbols().forEach(s -> rest.put(s, Expr.of(1000)));
        return one.at(rest).exact();
    }
}
