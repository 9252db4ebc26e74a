package layerbook.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How values read: {@code repr} and {@code str}. */
public final class Texts {
    /** The containers whose text is being written on this thread, so that one which holds itself ends. */
    private static final ThreadLocal<List<Object>> OPEN = ThreadLocal.withInitial(ArrayList::new);

    private Texts() {}

    public static String repr(Object v) {
        return v instanceof String s ? quoted(s) : v instanceof PyObject o ? o.repr() : simple(v);
    }

    public static String str(Object v) {
        return v instanceof String s ? s : v instanceof PyObject o ? o.str() : simple(v);
    }

    private static String simple(Object v) {
        if (v instanceof Boolean b) {
            return b ? "True" : "False";
        }
        if (v instanceof Double d) {
            return number(d);
        }
        if (v instanceof BigInteger b && b.bitLength() > 14_283) {
            throw Errors.value("Exceeds the limit (4300 digits) for integer string conversion");
        }
        return v.toString();
    }

    /** The shortest digits that give the same float again, as Python writes them. */
    public static String number(double d) {
        if (Double.isNaN(d)) {
            return "nan";
        }
        if (Double.isInfinite(d)) {
            return d > 0 ? "inf" : "-inf";
        }
        if (d == Math.rint(d) && Math.abs(d) < 1e16) {
            return d == 0 && 1 / d < 0 ? "-0.0" : (long) d + ".0";
        }
        BigDecimal digits = shortest(d);
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = digits.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        return scientific(digits, exponent);
    }

    private static String scientific(BigDecimal digits, int exponent) {
        String all = digits.unscaledValue().abs().toString().replaceAll("0+$", "");
        return (digits.signum() < 0 ? "-" : "") + all.charAt(0) + (all.length() > 1 ? "." + all.substring(1) : "")
            + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    static BigDecimal shortest(double d) {
        var exact = new BigDecimal(d);
        for (int precision = Math.max(1, new BigDecimal(Double.toString(d)).stripTrailingZeros().precision() - 2); precision < 17; precision++) {
            BigDecimal shorter = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() == d) {
                return shorter.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** The text in quotes, with escapes. */
    static String quoted(String s) {
        char quote = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
        var b = new StringBuilder(s.length() + 2).append(quote);
        s.codePoints().forEach(c -> quote(b, c, quote));
        return b.append(quote).toString();
    }

    private static void quote(StringBuilder b, int c, char quote) {
        switch (c) {
            case '\n': b.append("\\n"); break;
            case '\r': b.append("\\r"); break;
            case '\t': b.append("\\t"); break;
            case '\\': b.append("\\\\"); break;
            default:
                if (c == quote) {
                    b.append('\\').append(quote);
                } else if (c < 32 || c == 127 || c > 127 && !printable(c)) {
                    b.append(String.format(c < 256 ? "\\x%02x" : c < 65536 ? "\\u%04x" : "\\U%08x", c));
                } else {
                    b.appendCodePoint(c);
                }
        }
    }

    static boolean printable(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL: case Character.FORMAT: case Character.SURROGATE: case Character.PRIVATE_USE: case Character.UNASSIGNED:
            case Character.LINE_SEPARATOR: case Character.PARAGRAPH_SEPARATOR: return false;
            case Character.SPACE_SEPARATOR: return c == ' ';
            default: return true;
        }
    }

    /** {@code ascii(v)}. */
    static String ascii(Object v) {
        var b = new StringBuilder();
        repr(v).codePoints().forEach(c -> {
            if (c < 128) {
                b.appendCodePoint(c);
            } else {
                b.append(String.format(c < 256 ? "\\x%02x" : c < 65536 ? "\\u%04x" : "\\U%08x", c));
            }
        });
        return b.toString();
    }

    static String joined(String open, Object[] values, String close) {
        var b = new StringBuilder(open);
        for (int i = 0; i < values.length; i++) {
            b.append(i > 0 ? ", " : "").append(repr(values[i]));
            Limits.text(b.length());
        }
        return b.append(close).toString();
    }

    /** The text of a container, or the short one inside its own. */
    static String nested(Object container, String inside, Supplier<String> text) {
        List<Object> open = OPEN.get();
        for (Object o : open) {
            if (o == container) {
                return inside;
            }
        }
        open.add(container);
        try {
            return text.get();
        } finally {
            open.remove(open.size() - 1);
        }
    }

    /** What a special method that has to give a text gave. */
    static String expectText(Object v) {
        if (PyBoxed.unbox(v) instanceof String s) {
            return s;
        }
        throw Errors.type("__str__ returned non-string (type " + Types.of(v).name() + ")");
    }
}
