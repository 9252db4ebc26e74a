package layerbook.python;

import java.math.BigInteger;
import layerbook.shape.Refusal;

/** What a script may take: sizes of lists, texts and numbers. Past them it is refused, so memory stays bounded. */
public final class Limits {
    /** Elements of one list, tuple, set or dict. */
    public static final int ELEMENTS = 4_000_000;
    /** Characters of one text. */
    public static final int TEXT = 16_000_000;
    /** Bits of one int. */
    public static final int BITS = 1_000_000;
    /** Calls inside calls, as in Python. */
    public static final int DEPTH = 1000;
    /** Statements, loop turns and calls of one run. */
    public static final long STEPS = 500_000_000L;

    private Limits() {}

    static long elements(long n) {
        if (n > ELEMENTS) {
            throw refused("a list of " + (n == Long.MAX_VALUE ? "that many" : String.format("%,d", n)) + " elements is too long",
                "at most " + String.format("%,d", ELEMENTS) + " elements are kept");
        }
        return n;
    }

    static long text(long n) {
        if (n > TEXT) {
            throw refused("a text of " + (n == Long.MAX_VALUE ? "that many" : String.format("%,d", n)) + " characters is too long",
                "at most " + String.format("%,d", TEXT) + " characters are kept");
        }
        return n;
    }

    static BigInteger bits(BigInteger n) {
        bits(n.bitLength());
        return n;
    }

    static void bits(long bits) {
        if (bits > BITS) {
            throw refused("this number is too large", "an int may have at most " + String.format("%,d", BITS) + " bits");
        }
    }

    private static Refused refused(String message, String why) {
        return new Refused(Refusal.of("runtime", message).why(why));
    }
}
