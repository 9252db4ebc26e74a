package layerbook.formula;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a formula down, with brackets only where they are needed. */
final class Text {
    /** How tightly a form binds: a looser one inside a tighter one is bracketed. */
    private static final int SUM = 1, PRODUCT = 2, POWER = 3, ATOM = 4;

    private final Style style;

    private Text(Style style) {
        this.style = style;
    }

    static String of(Expr e, Style style) {
        return new Text(style).write(e);
    }

    private String write(Expr e) {
        if (e instanceof Expr.Num n) {
            return number(n.value());
        } else if (e instanceof Expr.Sym s) {
            return Names.of(s.name(), style);
        } else if (e instanceof Expr.Sum s) {
            return sum(s.terms());
        } else if (e instanceof Expr.Product p) {
            return product(p.factors());
        } else if (e instanceof Expr.Power p) {
            return inside(p.base(), ATOM) + exponent(p.exponent());
        } else if (e instanceof Expr.Floor f) {
            return rounded("⌊", "⌋", "floor", f.numerator(), f.denominator());
        } else if (e instanceof Expr.Ceil c) {
            return rounded("⌈", "⌉", "ceil", c.numerator(), c.denominator());
        } else if (e instanceof Expr.Over o) {
            return quotient(o.numerator(), o.denominator(), "/");
        } else if (e instanceof Expr.Max m) {
            return call("max", m.of());
        } else {
            return call("min", ((Expr.Min) e).of());
        }
    }

    private String number(BigInteger value) {
        String digits = value.abs().toString();
        var out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(style == Style.LATEX ? "{,}" : ",");
            }
            out.append(digits.charAt(i));
        }
        return (value.signum() < 0 ? minus() : "") + out;
    }

    private String minus() {
        return style == Style.UNICODE ? "−" : "-";
    }

    private String times() {
        return switch (style) {
            case UNICODE -> "·";
            case ASCII -> "*";
            case LATEX -> " \\cdot ";
        };
    }

    private String sum(List<Expr> terms) {
        var out = new StringBuilder(write(terms.get(0)));
        for (Expr t : terms.subList(1, terms.size())) {
            Expr without = withoutSign(t);
            out.append(without == null ? " + " : " " + minus() + " ");
            out.append(without == null ? inside(t, PRODUCT) : inside(without, PRODUCT));
        }
        return out.toString();
    }

    /** The term without its leading minus, or null if it has none. */
    private static Expr withoutSign(Expr t) {
        if (t instanceof Expr.Num n && n.value().signum() < 0) {
            return new Expr.Num(n.value().negate());
        }
        if (t instanceof Expr.Product p && p.factors().get(0) instanceof Expr.Num n && n.value().signum() < 0) {
            List<Expr> rest = p.factors().subList(1, p.factors().size());
            BigInteger positive = n.value().negate();
            return positive.equals(BigInteger.ONE) ? Expr.product(rest) : Expr.product(Expr.of(positive), Expr.product(rest));
        }
        return null;
    }

    private String product(List<Expr> factors) {
        if (factors.get(0) instanceof Expr.Num n && n.value().equals(BigInteger.ONE.negate()) && factors.size() > 1) {
            return minus() + inside(Expr.product(factors.subList(1, factors.size())), PRODUCT);
        }
        var out = new StringBuilder(inside(factors.get(0), PRODUCT));
        for (Expr f : factors.subList(1, factors.size())) {
            out.append(times()).append(f instanceof Expr.Num n && n.value().signum() < 0 ? "(" + write(f) + ")" : inside(f, PRODUCT));
        }
        return out.toString();
    }

    private String exponent(int e) {
        return switch (style) {
            case UNICODE -> Names.superscript(e);
            case ASCII -> "^" + e;
            case LATEX -> "^{" + e + "}";
        };
    }

    private String rounded(String open, String close, String name, Expr numerator, Expr denominator) {
        return switch (style) {
            case UNICODE -> open + quotient(numerator, denominator, " / ") + close;
            case ASCII -> name + "(" + quotient(numerator, denominator, " / ") + ")";
            case LATEX -> "\\left\\l" + name + " " + quotient(numerator, denominator, "/") + " \\right\\r" + name;
        };
    }

    private String quotient(Expr numerator, Expr denominator, String sign) {
        if (style == Style.LATEX) {
            return "\\frac{" + write(numerator) + "}{" + write(denominator) + "}";
        }
        return inside(numerator, PRODUCT) + sign + inside(denominator, POWER);
    }

    private String call(String name, List<Expr> of) {
        String inner = of.stream().map(this::write).collect(Collectors.joining(", "));
        return (style == Style.LATEX ? "\\" : "") + name + "(" + inner + ")";
    }

    private String inside(Expr e, int tightness) {
        String written = write(e);
        if (binds(e) >= tightness) {
            return written;
        }
        return style == Style.LATEX ? "\\left(" + written + "\\right)" : "(" + written + ")";
    }

    private int binds(Expr e) {
        if (e instanceof Expr.Sum || e instanceof Expr.Num n && n.value().signum() < 0) {
            return e instanceof Expr.Num ? PRODUCT : SUM;
        } else if (e instanceof Expr.Product) {
            return PRODUCT;
        } else if (e instanceof Expr.Over) {
            return style == Style.LATEX ? POWER : PRODUCT;
        } else if (e instanceof Expr.Power) {
            return POWER;
        }
        return ATOM;
    }
}
