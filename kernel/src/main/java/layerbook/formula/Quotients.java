package layerbook.formula;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** Quotients of expressions in normal form; what cannot be divided stays as an atom, as simple as it can be. */
final class Quotients {
    private Quotients() {}

    static Expr floor(Expr numerator, Expr denominator) {
        if (denominator instanceof Expr.Num d) {
            if (numerator instanceof Expr.Num n) {
                return Expr.of(floorDiv(n.value(), d.value()));
            }
            if (d.value().signum() > 0) {
                return floorBy(Poly.of(numerator), d.value());
            }
        }
        Expr whole = divided(numerator, denominator);
        return whole != null ? whole : new Expr.Floor(numerator, denominator);
    }

    static Expr ceil(Expr numerator, Expr denominator) {
        Expr whole = divided(numerator, denominator);
        if (whole != null) {
            return whole;
        }
        if (denominator instanceof Expr.Num) {
            return floor(Normal.sum(java.util.List.of(numerator, denominator, Expr.of(-1))), denominator);
        }
        return new Expr.Ceil(numerator, denominator);
    }

    static Expr exact(Expr numerator, Expr denominator) {
        Expr whole = divided(numerator, denominator);
        if (whole != null) {
            return whole;
        }
        if (numerator instanceof Expr.Num && denominator instanceof Expr.Num) {
            throw new FormulaException(numerator.text() + " is not a multiple of " + denominator.text());
        }
        Poly above = Poly.of(numerator);
        Poly below = Poly.of(denominator);
        Expr inner = above.divisor() != null ? above.divisor() : below.divisor();
        if (inner != null) { // (a / b) / c is a / (b·c)
            return exact(above.times(Poly.of(inner)).expr(), below.times(Poly.of(inner)).expr());
        }
        return reduced(above, below);
    }

    /** Without the numbers and letters that both sides have as a factor: {@code 8·N·T / 16} is {@code N·T / 2}. */
    private static Expr reduced(Poly above, Poly below) {
        BigInteger number = above.content().gcd(below.content());
        Monomial letters = above.letters().shared(below.letters());
        return new Expr.Over(above.over(number, letters).expr(), below.over(number, letters).expr());
    }

    /** A product with a quotient in it, where the quotient's divisor and the rest have a factor in common: 8 · (N·T / 16) is N·T / 2. Null if none has. */
    static Poly cancelled(Monomial product, BigInteger coefficient) {
        for (Monomial.Factor f : product.factors()) {
            if (f.atom() instanceof Expr.Over quotient) {
                Poly below = Poly.of(quotient.denominator());
                Monomial rest = product.over(Monomial.of(quotient));
                BigInteger number = coefficient.gcd(below.content());
                Monomial letters = rest.shared(below.letters());
                if (!number.equals(BigInteger.ONE) || letters.size() > 0) {
                    Expr left = exact(quotient.numerator(), below.over(number, letters).expr());
                    return Poly.single(rest.over(letters), coefficient.divide(number)).times(Poly.of(left));
                }
            }
        }
        return null;
    }

    static BigInteger floorDiv(BigInteger a, BigInteger b) {
        BigInteger[] qr = a.divideAndRemainder(b);
        return qr[1].signum() != 0 && qr[1].signum() != b.signum() ? qr[0].subtract(BigInteger.ONE) : qr[0];
    }

    /** The quotient if the denominator is one term that divides every term of the numerator; else null. */
    private static Expr divided(Expr numerator, Expr denominator) {
        if (denominator.isZero()) {
            throw new FormulaException(numerator.text() + " / 0");
        }
        if (numerator.equals(denominator)) {
            return Expr.ONE;
        }
        Map<Monomial, BigInteger> by = Poly.of(denominator).terms();
        if (by.size() != 1) {
            return null;
        }
        var divisor = by.entrySet().iterator().next();
        var out = new TreeMap<Monomial, BigInteger>();
        for (var term : Poly.of(numerator).terms().entrySet()) {
            Monomial m = term.getKey().over(divisor.getKey());
            BigInteger[] qr = term.getValue().divideAndRemainder(divisor.getValue());
            if (m == null || qr[1].signum() != 0) {
                return null;
            }
            out.put(m, qr[0]);
        }
        return new Poly(out).expr();
    }

    /** ⌊p / d⌋ with whole multiples of d pulled out, and ⌊(⌊a / m⌋ + k) / d⌋ written as ⌊(a + k·m) / (m·d)⌋. */
    private static Expr floorBy(Poly p, BigInteger d) {
        if (d.equals(BigInteger.ONE)) {
            return p.expr();
        }
        var pulled = new TreeMap<Monomial, BigInteger>();
        var rest = new TreeMap<Monomial, BigInteger>();
        p.terms().forEach((m, c) -> {
            BigInteger q = floorDiv(c, d);
            BigInteger r = c.subtract(q.multiply(d));
            if (q.signum() != 0) {
                pulled.put(m, q);
            }
            if (r.signum() != 0) {
                rest.put(m, r);
            }
        });
        Poly left = new Poly(rest);
        boolean onlyNumber = rest.isEmpty() || rest.size() == 1 && left.constant().signum() != 0;
        Expr inner = onlyNumber ? Expr.ZERO : nested(left, d);
        return Normal.sum(java.util.List.of(new Poly(pulled).expr(), inner));
    }

    private static Expr nested(Poly rest, BigInteger d) {
        BigInteger k = rest.constant();
        if (rest.terms().size() == (k.signum() == 0 ? 1 : 2)) {
            for (var term : rest.terms().entrySet()) {
                Monomial.Factor only = term.getKey().size() == 1 ? term.getKey().factors().iterator().next() : null;
                if (term.getValue().equals(BigInteger.ONE) && only != null && only.power() == 1
                        && only.atom() instanceof Expr.Floor f && f.denominator() instanceof Expr.Num m) {
                    Expr numerator = Normal.sum(java.util.List.of(f.numerator(), Expr.of(k.multiply(m.value()))));
                    return floor(numerator, Expr.of(m.value().multiply(d)));
                }
            }
        }
        return new Expr.Floor(rest.expr(), Expr.of(d));
    }
}
