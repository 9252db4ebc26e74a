package layerbook.formula;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A polynomial with whole coefficients: from monomials to their coefficients, none of which is 0. */
record Poly(Map<Monomial, BigInteger> terms) {
    static final Poly ZERO = new Poly(Map.of());
    static final Poly ONE = number(BigInteger.ONE);

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
        return new Poly(Map.of(Monomial.of(e), BigInteger.ONE));
    }

    Poly plus(Poly other) {
        if (terms.isEmpty() || other.terms.isEmpty()) {
            return terms.isEmpty() ? other : this;
        }
        var sum = new TreeMap<>(terms);
        other.terms.forEach((m, c) -> sum.merge(m, c, BigInteger::add));
        sum.values().removeIf(c -> c.signum() == 0);
        return new Poly(sum);
    }

    Poly times(Poly other) {
        var product = new TreeMap<Monomial, BigInteger>();
        terms.forEach((m, c) -> other.terms.forEach((n, d) -> {
            Monomial both = m.times(n);
            BigInteger coefficient = c.multiply(d);
            Poly cancelled = both.hasQuotient() ? Quotients.cancelled(both, coefficient) : null;
            (cancelled == null ? Map.of(both, coefficient) : cancelled.terms).forEach((k, v) -> product.merge(k, v, BigInteger::add));
        }));
        product.values().removeIf(c -> c.signum() == 0);
        return new Poly(product);
    }

    BigInteger constant() {
        return terms.getOrDefault(Monomial.UNIT, BigInteger.ZERO);
    }

    static Poly single(Monomial m, BigInteger coefficient) {
        return new Poly(Map.of(m, coefficient));
    }

    /** The largest number that divides all terms. */
    BigInteger content() {
        return terms.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
    }

    /** The letters that all terms have as a factor. */
    Monomial letters() {
        return terms.keySet().stream().reduce(Monomial::shared).orElse(Monomial.UNIT);
    }

    /** Every term divided by what is a factor of each. */
    Poly over(BigInteger number, Monomial letters) {
        var out = new TreeMap<Monomial, BigInteger>();
        terms.forEach((m, c) -> out.put(m.over(letters), c.divide(number)));
        return new Poly(out);
    }

    /** The divisor, of one term, of a quotient that this single term has as a factor; null if there is none. */
    Expr divisor() {
        if (terms.size() == 1) {
            for (Monomial.Factor f : terms.keySet().iterator().next().factors()) {
                if (f.atom() instanceof Expr.Over quotient && of(quotient.denominator()).terms.size() == 1) {
                    return quotient.denominator();
                }
            }
        }
        return null;
    }

    Expr expr() {
        if (terms.isEmpty()) {
            return Expr.ZERO;
        }
        var out = new ArrayList<Expr>();
        (terms instanceof TreeMap ? terms : new TreeMap<>(terms)).forEach((m, c) -> out.add(term(m, c)));
        return out.size() == 1 ? out.get(0) : new Expr.Sum(out);
    }

    private static Expr term(Monomial m, BigInteger coefficient) {
        List<Expr> factors = new ArrayList<>();
        if (!coefficient.equals(BigInteger.ONE) || m.size() == 0) {
            factors.add(Expr.of(coefficient));
        }
        m.factors().forEach(f -> factors.add(f.power() == 1 ? f.atom() : new Expr.Power(f.atom(), f.power())));
        return factors.size() == 1 ? factors.get(0) : new Expr.Product(factors);
    }
}
