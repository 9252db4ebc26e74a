package layerbook.formula;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A polynomial with whole coefficients: from monomials to their coefficients, none of which is 0. */
record Poly(Map<Monomial, BigInteger> terms) {
    static final Poly ZERO = new Poly(Map.of());
    static final Poly ONE = number(BigInteger.ONE);

    /** A product of atoms with their powers; atoms are kept by their ASCII text, which orders them. */
    record Monomial(TreeMap<String, Factor> factors) implements Comparable<Monomial> {
        static final Monomial UNIT = new Monomial(new TreeMap<>());

        Monomial times(Monomial other) {
            var product = new TreeMap<>(factors);
            other.factors.forEach((key, f) -> product.merge(key, f, (a, b) -> new Factor(a.atom, a.power + b.power)));
            return new Monomial(product);
        }

        /** What is left when the other is divided out; null if it does not divide. */
        Monomial over(Monomial other) {
            var rest = new TreeMap<>(factors);
            for (var entry : other.factors.entrySet()) {
                Factor mine = rest.get(entry.getKey());
                int left = mine == null ? -1 : mine.power - entry.getValue().power;
                if (left < 0) {
                    return null;
                }
                if (left == 0) {
                    rest.remove(entry.getKey());
                } else {
                    rest.put(entry.getKey(), new Factor(mine.atom, left));
                }
            }
            return new Monomial(rest);
        }

        int degree() {
            int sum = 0;
            for (Factor f : factors.values()) {
                sum += f.power;
            }
            return sum;
        }

        /** Higher degree first, then by the letters. */
        @Override public int compareTo(Monomial other) {
            int byDegree = Integer.compare(other.degree(), degree());
            return byDegree != 0 ? byDegree : byLetters(other);
        }

        private int byLetters(Monomial other) {
            var theirs = other.factors.entrySet().iterator();
            for (var mine : factors.entrySet()) {
                if (!theirs.hasNext()) {
                    return -1;
                }
                var next = theirs.next();
                int order = mine.getKey().compareTo(next.getKey());
                order = order != 0 ? order : Integer.compare(mine.getValue().power, next.getValue().power);
                if (order != 0) {
                    return order;
                }
            }
            return theirs.hasNext() ? 1 : 0;
        }
    }

    record Factor(Expr atom, int power) {}

    static Poly number(BigInteger value) {
        return value.signum() == 0 ? ZERO : new Poly(Map.of(Monomial.UNIT, value));
    }

    /** Reads an expression in normal form. */
    static Poly of(Expr e) {
        if (e instanceof Expr.Num n) {
            return number(n.value());
        } else if (e instanceof Expr.Sum s) {
            return s.terms().stream().map(Poly::of).reduce(ZERO, Poly::plus);
        } else if (e instanceof Expr.Product p) {
            return p.factors().stream().map(Poly::of).reduce(ONE, Poly::times);
        } else if (e instanceof Expr.Power p) {
            Poly base = of(p.base());
            Poly out = ONE;
            for (int i = 0; i < p.exponent(); i++) {
                out = out.times(base);
            }
            return out;
        }
        var one = new TreeMap<String, Factor>();
        one.put(e.text(Style.ASCII), new Factor(e, 1));
        return new Poly(Map.of(new Monomial(one), BigInteger.ONE));
    }

    Poly plus(Poly other) {
        if (terms.isEmpty()) {
            return other;
        }
        var sum = new TreeMap<>(terms);
        other.terms.forEach((m, c) -> sum.merge(m, c, BigInteger::add));
        sum.values().removeIf(c -> c.signum() == 0);
        return new Poly(sum);
    }

    Poly times(Poly other) {
        var product = new TreeMap<Monomial, BigInteger>();
        terms.forEach((m, c) -> other.terms.forEach((n, d) -> product.merge(m.times(n), c.multiply(d), BigInteger::add)));
        product.values().removeIf(c -> c.signum() == 0);
        return new Poly(product);
    }

    BigInteger constant() {
        return terms.getOrDefault(Monomial.UNIT, BigInteger.ZERO);
    }

    Expr expr() {
        if (terms.isEmpty()) {
            return Expr.ZERO;
        }
        var out = new ArrayList<Expr>();
        terms.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.naturalOrder())).forEach(t -> out.add(term(t.getKey(), t.getValue())));
        return out.size() == 1 ? out.get(0) : new Expr.Sum(out);
    }

    private static Expr term(Monomial m, BigInteger coefficient) {
        List<Expr> factors = new ArrayList<>();
        if (!coefficient.equals(BigInteger.ONE) || m.factors().isEmpty()) {
            factors.add(Expr.of(coefficient));
        }
        m.factors().values().forEach(f -> factors.add(f.power() == 1 ? f.atom() : new Expr.Power(f.atom(), f.power())));
        return factors.size() == 1 ? factors.get(0) : new Expr.Product(factors);
    }
}
