package layerbook.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;

/** Writes a sum of products as one reads it: equal factors as powers, equal terms once with a number, a common factor in front. */
final class Factored {
    private Factored() {}

    static Expr sum(List<? extends List<Expr>> products) {
        var counted = new LinkedHashMap<List<Expr>, Integer>();
        for (List<Expr> p : products) {
            counted.merge(flat(p), 1, Integer::sum);
        }
        if (counted.isEmpty()) {
            return Expr.ZERO;
        }
        List<Expr> common = common(counted.keySet().iterator().next(), counted);
        if (counted.size() == 1) {
            var only = counted.entrySet().iterator().next();
            return term(only.getValue(), only.getKey());
        }
        var rest = new ArrayList<Expr>();
        counted.forEach((factors, times) -> rest.add(term(times, without(factors, common))));
        return common.isEmpty() ? Expr.sum(rest) : Expr.product(powers(common), Expr.sum(rest));
    }

    private static List<Expr> flat(List<Expr> factors) {
        return factors.stream().flatMap(f -> f instanceof Expr.Product p ? p.factors().stream() : java.util.stream.Stream.of(f)).toList();
    }

    private static List<Expr> common(List<Expr> first, Map<List<Expr>, Integer> products) {
        var common = new ArrayList<Expr>();
        for (Expr f : first) {
            var sofar = new ArrayList<>(common);
            sofar.add(f);
            if (products.keySet().stream().allMatch(p -> containsAll(p, sofar))) {
                common.add(f);
            }
        }
        return common;
    }

    private static boolean containsAll(List<Expr> factors, List<Expr> wanted) {
        var left = new ArrayList<>(factors);
        return wanted.stream().allMatch(left::remove);
    }

    private static List<Expr> without(List<Expr> factors, List<Expr> common) {
        var left = new ArrayList<>(factors);
        common.forEach(left::remove);
        return left;
    }

    private static Expr term(int times, List<Expr> factors) {
        Expr product = powers(factors);
        return times == 1 ? product : factors.isEmpty() ? Expr.of(times) : Expr.product(Expr.of(times), product);
    }

    /** The product with equal symbols as powers. */
    static Expr powers(List<Expr> factors) {
        var counted = new LinkedHashMap<Expr, Integer>();
        var out = new ArrayList<Expr>();
        for (Expr f : factors) {
            if (f instanceof Expr.Num) {
                out.add(f);
            } else {
                counted.merge(f, 1, Integer::sum);
            }
        }
        counted.forEach((f, n) -> out.add(f.power(n)));
        return Expr.product(out);
    }
}
