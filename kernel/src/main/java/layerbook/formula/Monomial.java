package layerbook.formula;

import java.util.Map;
import java.util.TreeMap;

/** A product of atoms with their powers. Atoms are known and ordered by their ASCII text: N first, then letters, numbers in them by size. */
final class Monomial implements Comparable<Monomial> {
    static final Monomial UNIT = new Monomial(new TreeMap<>());

    /** An atom to a power. */
    record Factor(Expr atom, int power) {}

    private final TreeMap<Atom, Factor> factors;
    private final int degree;
    private final boolean hasQuotient;

    private Monomial(TreeMap<Atom, Factor> factors) {
        this.factors = factors;
        int sum = 0;
        boolean quotient = false;
        for (Factor f : factors.values()) {
            sum += f.power;
            quotient |= f.atom instanceof Expr.Over;
        }
        degree = sum;
        hasQuotient = quotient;
    }

    /** One atom alone. */
    static Monomial of(Expr atom) {
        var one = new TreeMap<Atom, Factor>();
        one.put(new Atom(atom.text(Style.ASCII)), new Factor(atom, 1));
        return new Monomial(one);
    }

    Iterable<Factor> factors() {
        return factors.values();
    }

    /** How many different atoms it has. */
    int size() {
        return factors.size();
    }

    boolean hasQuotient() {
        return hasQuotient;
    }

    /** What both have as a factor. */
    Monomial shared(Monomial other) {
        var both = new TreeMap<Atom, Factor>();
        factors.forEach((key, f) -> {
            Factor theirs = other.factors.get(key);
            if (theirs != null) {
                both.put(key, new Factor(f.atom, Math.min(f.power, theirs.power)));
            }
        });
        return new Monomial(both);
    }

    Monomial times(Monomial other) {
        if (factors.isEmpty()) {
            return other;
        } else if (other.factors.isEmpty()) {
            return this;
        }
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

    /** Higher degree first, then by the atoms, then lower powers of earlier atoms first. */
    @Override public int compareTo(Monomial other) {
        if (this == other || degree != other.degree) {
            return Integer.compare(other.degree, degree);
        }
        var theirs = other.factors.entrySet().iterator();
        for (Map.Entry<Atom, Factor> mine : factors.entrySet()) {
            var their = theirs.next(); // equal degrees: a list that ends first had a higher power before
            int byAtom = mine.getKey().compareTo(their.getKey());
            int order = byAtom != 0 ? byAtom : Integer.compare(mine.getValue().power, their.getValue().power);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override public boolean equals(Object o) {
        return o instanceof Monomial other && compareTo(other) == 0;
    }

    @Override public int hashCode() {
        return factors.hashCode();
    }

    /** An atom's text with the order of a reader: N first; {@code / 2} before {@code / 16}. */
    private record Atom(String text) implements Comparable<Atom> {
        @Override public int compareTo(Atom other) {
            if (text.equals(other.text)) {
                return 0;
            }
            boolean mine = text.equals("N");
            return mine || other.text.equals("N") ? (mine ? -1 : 1) : natural(text, other.text);
        }

        private static int natural(String a, String b) {
            int i = 0;
            int j = 0;
            while (i < a.length() && j < b.length()) {
                int m = digits(a, i);
                int n = digits(b, j);
                int order = m > i && n > j ? numbers(a.substring(i, m), b.substring(j, n))
                    : Character.compare(a.charAt(i), b.charAt(j));
                if (order != 0) {
                    return order;
                }
                i = Math.max(m, i + 1);
                j = Math.max(n, j + 1);
            }
            return Integer.compare(a.length() - i, b.length() - j);
        }

        private static int numbers(String a, String b) {
            return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
        }

        /** Where the digits that begin here end; here if there are none. */
        private static int digits(String s, int from) {
            int at = from;
            while (at < s.length() && Character.isDigit(s.charAt(at))) {
                at++;
            }
            return at;
        }
    }
}
