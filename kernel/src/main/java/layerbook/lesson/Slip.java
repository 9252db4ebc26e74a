package layerbook.lesson;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Letters;

/**
 * A way to go wrong in a formula that is a sum of products: the products as somebody would have them who makes this slip.
 *
 * @param why what was done, said to who did it
 * @param change the products of the right formula, changed
 */
record Slip(String why, UnaryOperator<List<Slip.Term>> change) {
    private static final Set<Expr> KERNEL = Set.of(Letters.K, Letters.K_D, Letters.K_H, Letters.K_W);
    private static final Set<Expr> INPUTS = Set.of(Letters.C_IN, Letters.F_IN, Letters.C_IN.over(Letters.G));
    private static final Map<Expr, Expr> SWAPPED = Map.of(Letters.C_IN, Letters.C_OUT, Letters.C_OUT, Letters.C_IN, Letters.F_IN, Letters.F_OUT, Letters.F_OUT, Letters.F_IN);
    private static final Map<Expr, Expr> TO_INPUT = Map.of(Letters.D_OUT, Letters.D, Letters.H_OUT, Letters.H, Letters.W_OUT, Letters.W, Letters.L_OUT, Letters.L);

    /** One product of the formula, and the tensor that it counts (or no name). */
    record Term(String name, List<Expr> factors) {
        boolean isBias() {
            return name.contains("bias");
        }
    }

    /** What can go wrong in any sum of products over the letters of a layer. */
    static final List<Slip> COMMON = List.of(
        of("the input channels were left out, and every output sees all of them", INPUTS, f -> Expr.ONE),
        new Slip("the kernel was not squared: it has as many numbers as its sides multiplied", terms -> each(terms, Slip::oneSide)),
        of("the groups were forgotten: each group sees its own input channels only", Set.of(Letters.C_IN.over(Letters.G)), f -> Letters.C_IN),
        of("in and out were swapped", SWAPPED.keySet(), SWAPPED::get),
        of("only one output channel was counted", Set.of(Letters.C_OUT, Letters.F_OUT), f -> Expr.ONE));

    /** What can go wrong with parameters. */
    static final List<Slip> PARAMS = List.of(
        new Slip("the bias was forgotten", terms -> terms.stream().filter(t -> !t.isBias()).toList()),
        new Slip("only the biases were counted", terms -> terms.stream().filter(Term::isBias).toList()),
        new Slip("one bias was counted, and there are two", terms -> terms.stream().filter(t -> !t.name().startsWith("bias_hh")).toList()),
        new Slip("the gates were forgotten: each has weights of its own", terms -> each(terms, Slip::withoutNumbers)));

    /** What can go wrong with work. */
    static final List<Slip> WORK = List.of(
        of("the size of the input was taken for that of the output", TO_INPUT.keySet(), TO_INPUT::get),
        of("that is the work at one position, and the window is worked out at each of them", TO_INPUT.keySet(), f -> Expr.ONE));

    private static Slip of(String why, Set<Expr> which, UnaryOperator<Expr> instead) {
        return new Slip(why, terms -> each(terms, factors -> factors.stream().map(f -> which.contains(f) ? instead.apply(f) : f).toList()));
    }

    private static List<Term> each(List<Term> terms, UnaryOperator<List<Expr>> change) {
        return terms.stream().map(t -> new Term(t.name(), change.apply(t.factors()))).toList();
    }

    private static List<Expr> oneSide(List<Expr> factors) {
        var out = new ArrayList<>(factors);
        long sides = factors.stream().filter(KERNEL::contains).count();
        for (int i = out.size() - 1; i >= 0 && sides > 1; i--) {
            if (KERNEL.contains(out.get(i))) {
                out.remove(i);
                sides--;
            }
        }
        return out;
    }

    private static List<Expr> withoutNumbers(List<Expr> factors) {
        return factors.stream().map(f -> f instanceof Expr.Product p ? Expr.product(p.factors().stream().filter(x -> !x.isNumber()).toList()) : f).toList();
    }

    /** What the terms come to, per example; null if that is no number. */
    static BigInteger value(List<Term> terms, Map<Sym, Expr> letters, long price) {
        Expr sum = Expr.sum(terms.stream().map(t -> Expr.product(t.factors())).toList()).at(letters).at(Letters.N, 1).times(price).normal();
        return sum.isNumber() ? sum.exact() : null;
    }

    /** Every slip alone, then every two of them together, with the numbers that they lead to; a slip that changes nothing here is none. */
    static Map<BigInteger, List<String>> worked(List<Slip> all, List<Term> terms, Map<Sym, Expr> letters, long price) {
        var found = new LinkedHashMap<BigInteger, List<String>>();
        BigInteger right = value(terms, letters, price);
        List<Slip> slips = all.stream().filter(slip -> !Objects.equals(right, value(slip.change().apply(terms), letters, price))).toList();
        for (Slip slip : slips) {
            note(found, value(slip.change().apply(terms), letters, price), slip.why());
        }
        var alone = Set.copyOf(found.keySet());
        for (int i = 0; i < slips.size(); i++) {
            for (Slip second : slips.subList(i + 1, slips.size())) {
                BigInteger both = value(second.change().apply(slips.get(i).change().apply(terms)), letters, price);
                if (both != null && !alone.contains(both) && !both.equals(right)) {
                    note(found, both, slips.get(i).why() + "; and " + second.why());
                }
            }
        }
        return found;
    }

    /** Notes a wrong number; nothing and less is nobody's answer. */
    static void note(Map<BigInteger, List<String>> found, BigInteger value, String why) {
        if (value != null && value.signum() > 0) {
            found.computeIfAbsent(value, v -> new ArrayList<>()).add(why);
        }
    }
}
