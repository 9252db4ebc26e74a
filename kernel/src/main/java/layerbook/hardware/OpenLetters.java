package layerbook.hardware;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Letters;
import layerbook.net.Call;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/** The letters that are open in a network's sizes, and what is asked for while they are. */
public final class OpenLetters {
    private OpenLetters() {}

    /** The letters of the network's inputs, N apart, in the order in which they stand. */
    public static List<Sym> lengths(NetworkView network) {
        Set<Sym> open = new LinkedHashSet<>();
        for (Call c : network.calls()) {
            if (c.what() == Call.What.INPUT) {
                for (TensorType t : c.outputs()) {
                    t.shape().dims().forEach(d -> open.addAll(d.symbols()));
                }
            }
        }
        open.remove(Letters.N);
        return new ArrayList<>(open);
    }

    /**
     * The one length that {@code context(n)} sets.
     *
     * @throws Refusal if there is none, or if there are several
     */
    public static Sym length(NetworkView network) {
        List<Sym> open = lengths(network);
        if (open.size() == 1) {
            return open.get(0);
        }
        if (open.isEmpty()) {
            throw Refusal.option("context(..) has no place: this network was traced at a fixed length").at("context", "no open length")
                .why("its input is " + inputs(network)).fix("trace(model, tensor(shape(N, symbol(\"T\")), INT64))");
        }
        throw Refusal.option("context(..) sets one length, but " + names(open) + " are open").at("context", "which one?")
            .why("its inputs are " + inputs(network)).fix("kvCache(net).at(\"" + open.get(0).name() + "\", 1024)");
    }

    private static String inputs(NetworkView network) {
        return String.join(", ", network.calls().stream().filter(c -> c.what() == Call.What.INPUT).map(c -> c.outputs().get(0).shape().text()).toList());
    }

    /** The number that a formula comes to. */
    public static BigInteger exact(Expr formula, String what) {
        Expr normal = formula.normal();
        if (!normal.isNumber()) {
            Sym first = normal.symbols().iterator().next();
            throw Refusal.of("runtime", what + " is a formula while " + names(List.copyOf(normal.symbols())) + " is open: " + normal.text())
                .why("a letter needs a number; totalFormula() gives the formula").fix("at(" + java(first) + ", 1024)");
        }
        return normal.exact();
    }

    /** The same as a long, refused past 2^63. */
    public static long whole(Expr formula, String what) {
        BigInteger exact = exact(formula, what);
        if (exact.bitLength() > 63) {
            throw Refusal.of("runtime", what + " is larger than a long can hold: " + Expr.of(exact).text()).fix("totalFormula()");
        }
        return exact.longValue();
    }

    private static String java(Sym letter) {
        return letter.equals(Letters.N) ? "N" : letter.equals(Letters.T) ? "T" : "\"" + letter.name() + "\"";
    }

    private static String names(List<Sym> letters) {
        return String.join(", ", letters.stream().map(Sym::text).toList());
    }

    /** A letter by itself or by its name. */
    static Sym of(Object letter) {
        if (letter instanceof Sym s) {
            return s;
        }
        if (letter instanceof String name) {
            return Expr.symbol(name);
        }
        throw Refusal.option("a letter is a symbol or its name, not " + letter).fix("at(\"T\", 1024)");
    }
}
