package layerbook.table;

import java.math.BigInteger;

/** Amounts with their units as text, for packages that make tables of their own. */
public final class Units {
    private Units() {}

    /** Bytes in decimal units, e.g. {@code 547.88 kB} (1 kB = 1,000 B). */
    public static String bytes(BigInteger bytes) {
        return Bytes.text(bytes);
    }
}
