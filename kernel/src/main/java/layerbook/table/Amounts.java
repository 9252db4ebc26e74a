package layerbook.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts in the units that makers and papers use, beside the exact number: GB, GiB, TFLOP/s, days. */
final class Amounts {
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private Amounts() {}

    /** For example {@code 4.08 GB = 3.80 GiB}. */
    static String both(BigInteger bytes) {
        return Bytes.text(bytes) + (bytes.bitLength() < 27 ? "" : " = " + gib(bytes));
    }

    static String gib(BigInteger bytes) {
        return new BigDecimal(bytes).divide(GIB, 2, RoundingMode.HALF_UP).toPlainString() + " GiB";
    }

    /** Three or four digits with a unit of a thousand, e.g. {@code 3.14e23} or {@code 1,234}. */
    static String rounded(double value) {
        if (value >= 1e7) {
            return new BigDecimal(value).round(new MathContext(4)).toString().replace("E+", "e");
        }
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%,.1f" : "%,.3g", value);
    }
}
