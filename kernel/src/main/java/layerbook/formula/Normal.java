package layerbook.formula;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts values in and brings the result to normal form: a number, or a polynomial whose atoms are symbols and what cannot be worked out. */
final class Normal {
    private Normal() {}

    static Expr of(Expr e, Map<Expr.Sym, Expr> values) {
        if (e instanceof Expr.Num) {
            return e;
        } else if (e instanceof Expr.Sym s) {
            Expr value = values.get(s);
            return value == null ? s : value.normal();
        } else if (e instanceof Expr.Sum s) {
            return sum(all(s.terms(), values));
        } else if (e instanceof Expr.Product p) {
            return product(all(p.factors(), values));
        } else if (e instanceof Expr.Power p) {
            return power(of(p.base(), values), p.exponent());
        } else if (e instanceof Expr.Floor f) {
            return Quotients.floor(of(f.numerator(), values), of(f.denominator(), values));
        } else if (e instanceof Expr.Ceil c) {
            return Quotients.ceil(of(c.numerator(), values), of(c.denominator(), values));
        } else if (e instanceof Expr.Over o) {
            return Quotients.exact(of(o.numerator(), values), of(o.denominator(), values));
        } else if (e instanceof Expr.Max m) {
            return extreme(all(m.of(), values), true);
        } else {
            return extreme(all(((Expr.Min) e).of(), values), false);
        }
    }

    private static List<Expr> all(List<Expr> parts, Map<Expr.Sym, Expr> values) {
        var out = new ArrayList<Expr>(parts.size());
        for (Expr part : parts) {
            out.add(of(part, values));
        }
        return out;
    }

    static Expr sum(List<Expr> terms) {
        BigInteger total = numbers(terms, true);
        if (total != null) {
            return Expr.of(total);
        }
        Poly poly = Poly.ZERO;
        for (Expr t : terms) {
            poly = poly.plus(Poly.of(t));
        }
        return poly.expr();
    }

    static Expr product(List<Expr> factors) {
        BigInteger total = numbers(factors, false);
        if (total != null) {
            return Expr.of(total);
        }
        Poly poly = Poly.ONE;
        for (Expr f : factors) {
            poly = poly.times(Poly.of(f));
        }
        return poly.expr();
    }

    /** Sum or product of what are all numbers; null if something is not. */
    private static BigInteger numbers(List<Expr> parts, boolean add) {
        BigInteger total = add ? BigInteger.ZERO : BigInteger.ONE;
        for (Expr part : parts) {
            if (!(part instanceof Expr.Num n)) {
                return null;
            }
            total = add ? total.add(n.value()) : total.multiply(n.value());
        }
        return total;
    }

    private static Expr power(Expr base, int exponent) {
        if (base instanceof Expr.Num n) {
            return Expr.of(n.value().pow(exponent));
        }
        return product(java.util.Collections.nCopies(exponent, base));
    }

    /** Max and min: numbers are compared, and sides that differ by a number; what stays is sorted, so that equal ones are equal. */
    private static Expr extreme(List<Expr> parts, boolean max) {
        var kept = new ArrayList<Expr>();
        for (Expr part : parts) {
            boolean beaten = false;
            for (int i = 0; i < kept.size() && !beaten; i++) {
                Expr difference = sum(List.of(part, product(List.of(Expr.of(-1), kept.get(i)))));
                if (difference instanceof Expr.Num n) {
                    beaten = true;
                    if (n.value().signum() > 0 == max && n.value().signum() != 0) {
                        kept.set(i, part);
                    }
                }
            }
            if (!beaten) {
                kept.add(part);
            }
        }
        kept.sort(java.util.Comparator.comparing(e -> e.text(Style.ASCII)));
        return kept.size() == 1 ? kept.get(0) : max ? new Expr.Max(kept) : new Expr.Min(kept);
    }
}
