package layerbook.python;

import java.math.BigInteger;

/** Stands for a value in Java's hash tables, with Python's equality. Texts and whole numbers stand for themselves. */
final class HashKey {
    private final Object value;
    private final int hash;

    private HashKey(Object value) {
        this.value = value;
        this.hash = Long.hashCode(Equality.hash(value));
    }

    static Object of(Object value) {
        if (value instanceof String || value instanceof Long || value instanceof BigInteger || value instanceof Special) {
            return value;
        }
        if (value instanceof Boolean b) {
            return b ? 1L : 0L;
        }
        if (value instanceof Double d) {
            return d == Math.rint(d) && Math.abs(d) < 0x1p62 ? (Object) (long) (double) d : d;
        }
        Object boxed = value instanceof PyBoxed b ? b.boxed() : null;
        return boxed != null && !b(value).overridesEquality() ? of(boxed) : new HashKey(value);
    }

    private static PyBoxed b(Object value) {
        return (PyBoxed) value;
    }

    @Override public int hashCode() {
        return hash;
    }

    @Override public boolean equals(Object other) {
        return other instanceof HashKey k && hash == k.hash && Equality.same(value, k.value);
    }
}
