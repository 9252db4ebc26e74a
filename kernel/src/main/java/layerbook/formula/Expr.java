package layerbook.formula;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A formula over whole numbers: numbers, named symbols, and what can be done with them.
 * A tree stands as it was written; {@link #at} puts numbers (or other formulas) in for symbols and gives the normal form,
 * in which equal polynomials are equal objects. Nothing overflows: numbers are {@link BigInteger}s.
 */
public sealed interface Expr {
    Num ZERO = new Num(BigInteger.ZERO);
    Num ONE = new Num(BigInteger.ONE);

    /** A whole number. */
    record Num(BigInteger value) implements Expr {
        @Override public String toString() {
            return text();
        }
    }

    /**
     * A named quantity; equal by name. {@code C_in} is shown as Cᵢₙ, {@code H'} as H′.
     *
     * @param meaning what it stands for where it is used, shown beside formulas; empty for a letter of the user's
     */
    record Sym(String name, String meaning) implements Expr {
        @Override public boolean equals(Object other) {
            return other instanceof Sym s && s.name.equals(name);
        }

        @Override public int hashCode() {
            return name.hashCode();
        }

        @Override public String toString() {
            return text();
        }
    }

    /** Terms added up; a term that begins with a negative number is shown as subtracted. */
    record Sum(List<Expr> terms) implements Expr {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override public String toString() {
            return text();
        }
    }

    /** Factors multiplied. */
    record Product(List<Expr> factors) implements Expr {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override public String toString() {
            return text();
        }
    }

    /** A base multiplied with itself {@code exponent} times. */
    record Power(Expr base, int exponent) implements Expr {
        @Override public String toString() {
            return text();
        }
    }

    /** A quotient rounded down: ⌊a / b⌋. */
    record Floor(Expr numerator, Expr denominator) implements Expr {
        @Override public String toString() {
            return text();
        }
    }

    /** A quotient rounded up: ⌈a / b⌉. */
    record Ceil(Expr numerator, Expr denominator) implements Expr {
        @Override public String toString() {
            return text();
        }
    }

    /** A quotient without remainder, such as input channels per group. */
    record Over(Expr numerator, Expr denominator) implements Expr {
        @Override public String toString() {
            return text();
        }
    }

    /** The largest of several. */
    record Max(List<Expr> of) implements Expr {
        public Max {
            of = List.copyOf(of);
        }

        @Override public String toString() {
            return text();
        }
    }

    /** The smallest of several. */
    record Min(List<Expr> of) implements Expr {
        public Min {
            of = List.copyOf(of);
        }

        @Override public String toString() {
            return text();
        }
    }

    // ---- making

    static Num of(long value) {
        return value == 0 ? ZERO : value == 1 ? ONE : new Num(BigInteger.valueOf(value));
    }

    static Num of(BigInteger value) {
        return new Num(value);
    }

    static Sym symbol(String name) {
        return new Sym(name, "");
    }

    /** A letter with its meaning. */
    static Sym symbol(String name, String meaning) {
        return new Sym(name, meaning);
    }

    /** The sum of the terms; nothing added up is 0. Only nested sums are flattened, so it stands as written. */
    static Expr sum(List<? extends Expr> terms) {
        var flat = new ArrayList<Expr>();
        for (Expr t : terms) {
            if (t instanceof Sum s) {
                flat.addAll(s.terms());
            } else {
                flat.add(t);
            }
        }
        return flat.isEmpty() ? ZERO : flat.size() == 1 ? flat.get(0) : new Sum(flat);
    }

    static Expr sum(Expr... terms) {
        return sum(List.of(terms));
    }

    /** The product of the factors; the empty product is 1. Only nested products are flattened. */
    static Expr product(List<? extends Expr> factors) {
        var flat = new ArrayList<Expr>();
        for (Expr f : factors) {
            if (f instanceof Product p) {
                flat.addAll(p.factors());
            } else {
                flat.add(f);
            }
        }
        return flat.isEmpty() ? ONE : flat.size() == 1 ? flat.get(0) : new Product(flat);
    }

    static Expr product(Expr... factors) {
        return product(List.of(factors));
    }

    static Expr max(Expr... of) {
        return new Max(List.of(of));
    }

    static Expr min(Expr... of) {
        return new Min(List.of(of));
    }

    default Expr plus(Expr other) {
        return sum(this, other);
    }

    default Expr plus(long other) {
        return plus(of(other));
    }

    default Expr minus(Expr other) {
        return sum(this, other.negated());
    }

    default Expr minus(long other) {
        return plus(-other);
    }

    default Expr negated() {
        return this instanceof Num n ? new Num(n.value().negate()) : product(of(-1), this);
    }

    default Expr times(Expr other) {
        return product(this, other);
    }

    default Expr times(long other) {
        return times(of(other));
    }

    /** The quotient that leaves no remainder, by a whole number: {@code x.size(2).over(heads)}; refused if both are numbers and one is left. */
    default Expr over(long other) {
        return this instanceof Num ? Quotients.exact(this, of(other)) : over(of(other));
    }

    /** The quotient by a whole number, rounded down, as Python's {@code //}. */
    default Expr floorOver(long other) {
        return this instanceof Num ? Quotients.floor(this, of(other)) : floorOver(of(other));
    }

    /** The quotient by a whole number, rounded up. */
    default Expr ceilOver(long other) {
        return this instanceof Num ? Quotients.ceil(this, of(other)) : ceilOver(of(other));
    }

    /** What the quotient, rounded down, leaves: {@code this − other·⌊this / other⌋}, with the sign of the divisor as Python's {@code %}. */
    default Expr mod(Expr other) {
        return minus(other.times(floorOver(other)));
    }

    /** What the quotient by a whole number leaves. */
    default Expr mod(long other) {
        return this instanceof Num ? mod(of(other)).normal() : mod(of(other));
    }

    default Expr power(int exponent) {
        return exponent == 1 ? this : new Power(this, exponent);
    }

    /** The quotient that leaves no remainder. */
    default Expr over(Expr other) {
        return new Over(this, other);
    }

    default Expr floorOver(Expr other) {
        return new Floor(this, other);
    }

    default Expr ceilOver(Expr other) {
        return new Ceil(this, other);
    }

    // ---- reading

    /** The normal form with {@code values} put in for symbols; symbols without a value stay. */
    default Expr at(Map<Sym, Expr> values) {
        return Normal.of(this, values);
    }

    /** The normal form. */
    default Expr normal() {
        return this instanceof Num || this instanceof Sym ? this : at(Map.of());
    }

    default boolean isNumber() {
        return this instanceof Num;
    }

    /**
     * The number that this is.
     *
     * @throws ArithmeticException if symbols are left
     */
    default BigInteger exact() {
        if (this instanceof Num n) {
            return n.value();
        }
        if (normal() instanceof Num n) {
            return n.value();
        }
        throw new FormulaException(text() + " is a formula, not a number: " + String.join(", ", symbols().stream().map(Expr::text).toList()) + " is open", List.copyOf(symbols()));
    }

    /** With a number in the place of one letter: {@code flopsFormula().at(N, 8)}. */
    default Expr at(Expr letter, long value) {
        return at(letter, of(value));
    }

    /** With a formula in the place of one letter. */
    default Expr at(Expr letter, Expr value) {
        if (letter instanceof Sym s) {
            return at(Map.of(s, value));
        }
        throw new FormulaException("at(..) puts a number in the place of a letter, and " + letter.text() + " is none");
    }

    /** With a number in the place of the letter of this name: {@code at("T", 1024)}. */
    default Expr at(String letter, long value) {
        return at(symbol(letter), of(value));
    }

    /** With a formula in the place of the letter of this name. */
    default Expr at(String letter, Expr value) {
        return at(symbol(letter), value);
    }

    /** The number it is, for a loop or an array; refused as {@link #exact} is, and if an int cannot hold it. */
    default int intValue() {
        return exact().intValueExact();
    }

    default boolean isZero() {
        return this instanceof Num n && n.value().signum() == 0;
    }

    default boolean isOne() {
        return this instanceof Num n && n.value().equals(BigInteger.ONE);
    }

    /** The symbols in it, in the order in which they first stand. */
    default Set<Sym> symbols() {
        var found = new LinkedHashSet<Sym>();
        Parts.walk(this, e -> {
            if (e instanceof Sym s) {
                found.add(s);
            }
        });
        return found;
    }

    /** As Unicode text, e.g. {@code ⌊(H + 2·p − k) / s⌋ + 1}. */
    default String text() {
        return text(Style.UNICODE);
    }

    default String text(Style style) {
        return Text.of(this, style);
    }

    /** The same tree with values in place of symbols, nothing worked out. */
    default Expr put(Map<Sym, Expr> values) {
        return this instanceof Sym s ? values.getOrDefault(s, s) : Parts.map(this, e -> e.put(values));
    }
}
