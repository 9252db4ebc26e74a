package layerbook.session.text;

import java.util.regex.Pattern;

/** The values of numbers, truth values and texts as Java writes them; of the plain forms only. */
final class Literals {
    private static final Pattern WHOLE = Pattern.compile("(?:0|[1-9](?:_*[0-9])*)([lL]?)");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+\\.[0-9]+(?:[eE][0-9]+)?|[0-9]+[eE][0-9]+");
    private static final Pattern PLAIN = Pattern.compile("\"[^\"\\\\\\n]*\"");

    private Literals() {}

    /** An Integer, Long, Double, Boolean or String; null for what is written in another way or too large for its type. */
    static Object value(String text) {
        var whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return whole(text.replace("_", ""), !whole.group(1).isEmpty());
        }
        if (DECIMAL.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) || value == 0 ? null : (Object) value; // what rounds to zero or is too large is refused by the compiler
        }
        if (PLAIN.matcher(text).matches()) {
            return text.substring(1, text.length() - 1);
        }
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }

    private static Object whole(String digits, boolean isLong) {
        try {
            return isLong ? (Object) Long.parseLong(digits.substring(0, digits.length() - 1)) : (Object) Integer.parseInt(digits);
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }
}
