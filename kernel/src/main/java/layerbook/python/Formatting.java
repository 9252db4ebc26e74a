package layerbook.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** {@code format(value, "0>8,.2f")}: Python's format specifications. */
public final class Formatting {
    private Formatting() {}

    public static String format(Object value, String specification) {
        if (value instanceof PyObject o) {
            return o.format(specification);
        }
        if (specification.isEmpty()) {
            return Texts.str(value);
        }
        FormatSpec spec = FormatSpec.of(specification, value);
        if (value instanceof String s) {
            return text(spec, s);
        }
        if (value instanceof Special) {
            throw Errors.type("unsupported format string passed to " + Types.of(value).name() + ".__format__");
        }
        Object n = Numbers.plain(value);
        return n instanceof Double || "eEfFgG%".indexOf(spec.type()) >= 0 && spec.type() != 0
            ? ofFloat(spec, n) : ofInt(spec, n);
    }

    private static String text(FormatSpec spec, String s) {
        if (spec.type() != 0 && spec.type() != 's') {
            throw Errors.value("Unknown format code '" + spec.type() + "' for object of type 'str'");
        }
        if (spec.sign() != 0) {
            throw Errors.value("Sign not allowed in string format specifier");
        }
        if (spec.align() == '=') {
            throw Errors.value("'=' alignment not allowed in string format specifier");
        }
        String cut = spec.precision() >= 0 && spec.precision() < s.length() ? s.substring(0, spec.precision()) : s;
        return padded(spec, "", cut, spec.align() == 0 ? '<' : spec.align());
    }

    private static String ofInt(FormatSpec spec, Object value) {
        BigInteger n = Numbers.big(value);
        String sign = sign(spec, n.signum() < 0);
        if (spec.precision() >= 0) {
            throw Errors.value("Precision not allowed in integer format specifier");
        }
        switch (spec.type()) {
            case 0: case 'd': case 'n':
                return number(spec, sign, Texts.str(Numbers.whole(n.abs())), "", 3);
            case 'b': return number(spec, sign + (spec.alternate() ? "0b" : ""), n.abs().toString(2), "", 4);
            case 'o': return number(spec, sign + (spec.alternate() ? "0o" : ""), n.abs().toString(8), "", 4);
            case 'x': return number(spec, sign + (spec.alternate() ? "0x" : ""), n.abs().toString(16), "", 4);
            case 'X': return number(spec, sign + (spec.alternate() ? "0X" : ""), n.abs().toString(16).toUpperCase(java.util.Locale.ROOT), "", 4);
            case 'c': return character(spec, n);
            default: throw Errors.value("Unknown format code '" + spec.type() + "' for object of type 'int'");
        }
    }

    private static String character(FormatSpec spec, BigInteger n) {
        if (spec.group() != 0) {
            throw Errors.value("Cannot specify '" + spec.group() + "' with 'c'.");
        }
        if (spec.sign() != 0) {
            throw Errors.value("Sign not allowed with integer format specifier 'c'");
        }
        if (spec.alternate()) {
            throw Errors.value("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (n.bitLength() > 63) {
            throw Errors.raise("OverflowError", "Python int too large to convert to C long");
        }
        if (n.signum() < 0 || n.bitLength() > 20 && n.intValue() > Character.MAX_CODE_POINT || n.bitLength() > 31) {
            throw Errors.raise("OverflowError", "%c arg not in range(0x110000)");
        }
        return padded(spec, "", Character.toString(n.intValue()), spec.align() == 0 ? '>' : spec.align());
    }

    private static String sign(FormatSpec spec, boolean negative) {
        return negative ? "-" : spec.sign() == '+' ? "+" : spec.sign() == ' ' ? " " : "";
    }

    private static String ofFloat(FormatSpec spec, Object value) {
        char type = spec.type();
        if (type != 0 && "eEfFgGn%".indexOf(type) < 0) {
            throw Errors.value("Unknown format code '" + type + "' for object of type 'float'");
        }
        double d = Numbers.toDouble(value);
        boolean negative = d < 0 || d == 0 && 1 / d < 0;
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            String word = (Double.isNaN(d) ? "nan" : "inf") + (type == '%' ? "%" : "");
            return padded(spec, sign(spec, negative && !Double.isNaN(d)), Character.isUpperCase(type) ? word.toUpperCase(java.util.Locale.ROOT) : word, spec.align() == 0 ? '>' : spec.align());
        }
        String digits = digits(spec, Math.abs(d));
        int end = 0;
        while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
            end++;
        }
        return number(spec, sign(spec, negative), digits.substring(0, end), digits.substring(end), 3);
    }

    private static String digits(FormatSpec spec, double d) {
        int p = spec.precision();
        switch (spec.type()) {
            case 'f': case 'F': return fixed(d, p < 0 ? 6 : p, spec.alternate());
            case '%': return fixed(d * 100, p < 0 ? 6 : p, spec.alternate()) + "%";
            case 'e': return exponential(d, p < 0 ? 6 : p, spec.alternate());
            case 'E': return exponential(d, p < 0 ? 6 : p, spec.alternate()).toUpperCase(java.util.Locale.ROOT);
            case 'g': case 'n': return general(d, p < 0 ? 6 : p, spec.alternate(), false);
            case 'G': return general(d, p < 0 ? 6 : p, spec.alternate(), false).toUpperCase(java.util.Locale.ROOT);
            default: return p < 0 ? Texts.number(d) : general(d, p, spec.alternate(), true);
        }
    }

    private static String fixed(double d, int precision, boolean point) {
        String s = new BigDecimal(d).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
        return point && precision == 0 ? s + "." : s;
    }

    private static String exponential(double d, int precision, boolean point) {
        if (d == 0) {
            return "0" + (precision > 0 ? "." + "0".repeat(precision) : point ? "." : "") + "e+00";
        }
        BigDecimal r = new BigDecimal(d).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        int exponent = r.precision() - r.scale() - 1;
        String all = r.unscaledValue().toString();
        all = all.length() < precision + 1 ? all + "0".repeat(precision + 1 - all.length()) : all.substring(0, precision + 1);
        return all.charAt(0) + (precision > 0 ? "." + all.substring(1) : point ? "." : "") + exponent(exponent);
    }

    private static String exponent(int e) {
        return "e" + (e < 0 ? "-" : "+") + (Math.abs(e) < 10 ? "0" : "") + Math.abs(e);
    }

    /** {@code g}; with {@code asRepr} at least one digit follows the point, as a float without a type has it. */
    private static String general(double d, int precision, boolean keepZeros, boolean asRepr) {
        int p = Math.max(1, precision);
        if (d == 0) {
            return asRepr ? (p == 1 ? "0e+00" : "0.0") : keepZeros ? fixed(0, p - 1, true) : "0";
        }
        BigDecimal r = new BigDecimal(d).round(new MathContext(p, RoundingMode.HALF_EVEN));
        int exponent = r.precision() - r.scale() - 1;
        if (exponent < -4 || exponent >= (asRepr ? p - 1 : p)) {
            String s = exponential(d, p - 1, keepZeros);
            int e = s.indexOf('e');
            return (keepZeros ? s.substring(0, e) : stripped(s.substring(0, e))) + s.substring(e);
        }
        String s = r.setScale(Math.max(0, p - 1 - exponent), RoundingMode.HALF_EVEN).toPlainString();
        s = keepZeros ? (s.indexOf('.') < 0 ? s + "." : s) : stripped(s);
        return asRepr && s.indexOf('.') < 0 ? s + ".0" : s;
    }

    private static String stripped(String s) {
        if (s.indexOf('.') < 0) {
            return s;
        }
        int end = s.length();
        while (s.charAt(end - 1) == '0') {
            end--;
        }
        return s.substring(0, s.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** Groups the digits, and pads between sign and digits where zeros do. */
    private static String number(FormatSpec spec, String sign, String digits, String rest, int every) {
        String d = digits;
        if (spec.group() != 0) {
            if (spec.group() == ',' && every == 4) {
                throw Errors.value("Cannot specify ',' with '" + spec.type() + "'.");
            }
            if (spec.fill() == '0' && spec.align() == '=') {
                int room = spec.width() - sign.length() - rest.length();
                while (grouped(d, spec.group(), every).length() < room) {
                    d = "0" + d;
                }
            }
            d = grouped(d, spec.group(), every);
        }
        return padded(spec, sign, d + rest, spec.align() == 0 ? '>' : spec.align());
    }

    private static String grouped(String digits, char sign, int every) {
        var b = new StringBuilder(digits);
        for (int i = b.length() - every; i > 0; i -= every) {
            b.insert(i, sign);
        }
        return b.toString();
    }

    private static String padded(FormatSpec spec, String sign, String body, char align) {
        int length = sign.length() + body.codePointCount(0, body.length());
        int pad = spec.width() - length;
        if (pad <= 0) {
            return sign + body;
        }
        String fill = Character.toString(spec.fill());
        switch (align) {
            case '<': return sign + body + fill.repeat(pad);
            case '^': return fill.repeat(pad / 2) + sign + body + fill.repeat(pad - pad / 2);
            case '=': return sign + fill.repeat(pad) + body;
            default: return fill.repeat(pad) + sign + body;
        }
    }

    static String percent(String text, Object values) {
        return PercentFormat.apply(text, values);
    }
}
