package layerbook.formula;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a formula is made of: its direct parts, in order, and how to put others in their place. */
final class Parts {
    private Parts() {}

    static List<Expr> of(Expr e) {
        if (e instanceof Expr.Sum s) {
            return s.terms();
        } else if (e instanceof Expr.Product p) {
            return p.factors();
        } else if (e instanceof Expr.Power p) {
            return List.of(p.base());
        } else if (e instanceof Expr.Floor f) {
            return List.of(f.numerator(), f.denominator());
        } else if (e instanceof Expr.Ceil c) {
            return List.of(c.numerator(), c.denominator());
        } else if (e instanceof Expr.Over o) {
            return List.of(o.numerator(), o.denominator());
        } else if (e instanceof Expr.Max m) {
            return m.of();
        } else if (e instanceof Expr.Min m) {
            return m.of();
        }
        return List.of();
    }

    static Expr map(Expr e, UnaryOperator<Expr> f) {
        if (e instanceof Expr.Sum s) {
            return new Expr.Sum(s.terms().stream().map(f).toList());
        } else if (e instanceof Expr.Product p) {
            return new Expr.Product(p.factors().stream().map(f).toList());
        } else if (e instanceof Expr.Power p) {
            return new Expr.Power(f.apply(p.base()), p.exponent());
        } else if (e instanceof Expr.Floor q) {
            return new Expr.Floor(f.apply(q.numerator()), f.apply(q.denominator()));
        } else if (e instanceof Expr.Ceil q) {
            return new Expr.Ceil(f.apply(q.numerator()), f.apply(q.denominator()));
        } else if (e instanceof Expr.Over q) {
            return new Expr.Over(f.apply(q.numerator()), f.apply(q.denominator()));
        } else if (e instanceof Expr.Max m) {
            return new Expr.Max(m.of().stream().map(f).toList());
        } else if (e instanceof Expr.Min m) {
            return new Expr.Min(m.of().stream().map(f).toList());
        }
        return e;
    }

    static void walk(Expr e, Consumer<Expr> visit) {
        visit.accept(e);
        for (Expr part : of(e)) {
            walk(part, visit);
        }
    }
}
