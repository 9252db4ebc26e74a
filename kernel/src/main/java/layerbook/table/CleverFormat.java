package layerbook.table;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** thop's clever_format: the unit changes only above a whole one, and what has none is "B". Source: thop 0.1.1, utils.py. */
public final class CleverFormat {
    private CleverFormat() {}

    /** With a pattern of C's, such as {@code %.2f}. */
    public static String of(double number, String pattern) {
        return number > 1e12 ? written(number / 1e12, pattern) + "T" : number > 1e9 ? written(number / 1e9, pattern) + "G" : number > 1e6 ? written(number / 1e6, pattern) + "M"
            : number > 1e3 ? written(number / 1e3, pattern) + "K" : written(number, pattern) + "B";
    }

    /** C rounds the binary number itself, half to even; Java's formatter rounds its decimal text. */
    private static String written(double d, String pattern) {
        var digits = java.util.regex.Pattern.compile("%\\.(\\d+)f").matcher(pattern);
        return digits.find() ? digits.replaceFirst(new BigDecimal(d).setScale(Integer.parseInt(digits.group(1)), RoundingMode.HALF_EVEN).toPlainString()) : String.format(java.util.Locale.ROOT, pattern, d);
    }
}
