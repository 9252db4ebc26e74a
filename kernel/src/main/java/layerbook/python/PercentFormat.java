package layerbook.python;

/** {@code "%5.1f KB" % size}. */
final class PercentFormat {
    private final String text;
    private final Object values;
    private int at;
    private int used;

    private PercentFormat(String text, Object values) {
        this.text = text;
        this.values = values;
    }

    static String apply(String text, Object values) {
        return new PercentFormat(text, values).all();
    }

    private String all() {
        var b = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '%') {
                b.append(c);
            } else if (at >= text.length()) {
                throw Errors.value("incomplete format");
            } else if (text.charAt(at) == '%') {
                b.append('%');
                at++;
            } else {
                b.append(one());
            }
        }
        boolean unused = values instanceof PyTuple t ? used < t.size() : used == 0 && !(values instanceof PyDict) && !(values instanceof PyList);
        if (unused) {
            throw Errors.type("not all arguments converted during string formatting");
        }
        return b.toString();
    }

    private Object next() {
        if (values instanceof PyTuple t) {
            if (used >= t.size()) {
                throw Errors.type("not enough arguments for format string");
            }
            return t.get(used++);
        }
        if (used++ > 0) {
            throw Errors.type("not enough arguments for format string");
        }
        return values;
    }

    private String one() {
        Object value = null;
        if (text.charAt(at) == '(') {
            int end = text.indexOf(')', at);
            if (end < 0) {
                throw Errors.value("incomplete format key");
            }
            value = Operators.item(values, text.substring(at + 1, end));
            used = Math.max(used, 1);
            at = end + 1;
        }
        boolean left = false;
        boolean zero = false;
        boolean alternate = false;
        char sign = 0;
        for (; at < text.length() && "-0+ #".indexOf(text.charAt(at)) >= 0; at++) {
            char f = text.charAt(at);
            left |= f == '-';
            zero |= f == '0';
            alternate |= f == '#';
            sign = f == '+' || f == ' ' && sign == 0 ? f : sign;
        }
        int width = size();
        if (width < 0 && width != Integer.MIN_VALUE) {
            left = true;
            width = -width;
        }
        int precision = -1;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            precision = Math.max(0, size());
        }
        while (at < text.length() && "hlL".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at >= text.length()) {
            throw Errors.value("incomplete format");
        }
        char type = text.charAt(at++);
        Object v = value == null ? next() : value;
        int w = width == Integer.MIN_VALUE ? 0 : width;
        char align = left ? '<' : zero ? '=' : '>';
        return converted(type, v, new FormatSpec(zero && !left ? '0' : ' ', align, sign, alternate, w, (char) 0, precision, type));
    }

    private int size() {
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            return (int) Numbers.toLong(next());
        }
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at == from ? Integer.MIN_VALUE : (int) Limits.text(Long.parseLong(text.substring(from, at)));
    }

    private static String converted(char type, Object v, FormatSpec spec) {
        switch (type) {
            case 's': return padded(spec, Texts.str(v));
            case 'r': return padded(spec, Texts.repr(v));
            case 'a': return padded(spec, Texts.ascii(v));
            case 'c': return padded(spec, v instanceof String s ? s : Character.toString((int) Numbers.toLong(v)));
            case 'd': case 'i': case 'u': return integer(type, v, spec, 'd');
            case 'x': case 'X': case 'o': return integer(type, v, spec, type);
            case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
                return Formatting.format(Numbers.toDouble(v), specification(spec, type, spec.precision()));
            default:
                throw Errors.value("unsupported format character '" + type + "' (0x" + Integer.toHexString(type) + ")");
        }
    }

    private static String integer(char given, Object v, FormatSpec spec, char type) {
        Object n = Numbers.plain(v);
        n = n instanceof Double d && type == 'd' ? Numbers.truncated(d) : Numbers.indexOrNull(n);
        if (n == null) {
            throw Errors.type("%" + given + " format: " + (type == 'd' ? "a real number" : "an integer") + " is required, not " + Types.of(v).name());
        }
        if (spec.precision() < 0) {
            return Formatting.format(n, specification(spec, type, -1));
        }
        String digits = Formatting.format(Numbers.whole(Numbers.big(n).abs()), String.valueOf(type));
        digits = "0".repeat(Math.max(0, spec.precision() - digits.length())) + digits;
        String sign = (Numbers.big(n).signum() < 0 ? "-" : spec.sign() != 0 ? String.valueOf(spec.sign()) : "") + (spec.alternate() && type != 'd' ? "0" + type : "");
        int pad = Math.max(0, spec.width() - sign.length() - digits.length());
        return spec.align() == '<' ? sign + digits + " ".repeat(pad) : spec.align() == '=' ? sign + "0".repeat(pad) + digits : " ".repeat(pad) + sign + digits;
    }

    private static String specification(FormatSpec spec, char type, int precision) {
        return (char) spec.fill() + "" + spec.align() + (spec.sign() != 0 ? String.valueOf(spec.sign()) : "") + (spec.alternate() ? "#" : "")
            + (spec.width() > 0 ? spec.width() : "") + (precision >= 0 ? "." + precision : "") + type;
    }

    private static String padded(FormatSpec spec, String s) {
        String cut = spec.precision() >= 0 && "sra".indexOf(spec.type()) >= 0 && spec.precision() < s.length() ? s.substring(0, spec.precision()) : s;
        String pad = " ".repeat(Math.max(0, spec.width() - cut.codePointCount(0, cut.length())));
        return spec.align() == '<' ? cut + pad : pad + cut;
    }
}
