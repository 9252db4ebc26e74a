package layerbook.syntax;

import java.math.BigInteger;
import java.util.Locale;
import layerbook.syntax.Expression.Bytes;
import layerbook.syntax.Expression.Imaginary;

/** The values of numbers and texts as they are written. */
final class Literals {
    private static final int MOST_DIGITS = 4300;
    private static final int SHORT = 18;

    private Literals() {
    }

    /** A literal that is no literal; the message is the reason. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason, null, false, false);
        }
    }

    static Object number(String written) throws Malformed {
        String number = written.indexOf('_') < 0 ? written : withoutUnderscores(written);
        char last = Character.toLowerCase(number.charAt(number.length() - 1));
        char second = number.length() > 1 ? Character.toLowerCase(number.charAt(1)) : 0;
        int radix = number.charAt(0) != '0' ? 10 : second == 'x' ? 16 : second == 'o' ? 8 : second == 'b' ? 2 : 10;
        if (radix != 10) {
            return whole(number.substring(2), radix);
        }
        if (last == 'j') {
            return new Imaginary(Double.parseDouble(number.substring(0, number.length() - 1)));
        }
        if (number.indexOf('.') >= 0 || number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
            return Double.parseDouble(number);
        }
        if (number.length() > 1 && number.charAt(0) == '0' && !number.chars().allMatch(c -> c == '0')) {
            throw new Malformed("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
        }
        if (number.length() > MOST_DIGITS) {
            throw new Malformed("more than " + MOST_DIGITS + " digits in an integer; write it in hexadecimal");
        }
        return whole(number, 10);
    }

    private static String withoutUnderscores(String written) throws Malformed {
        if (written.endsWith("_") || written.contains("__") || written.contains("_.") || written.contains("._")) {
            throw new Malformed("invalid decimal literal");
        }
        return written.replace("_", "");
    }

    private static Object whole(String digits, int radix) throws Malformed {
        if (digits.isEmpty()) {
            throw new Malformed("invalid " + (radix == 16 ? "hexadecimal" : radix == 8 ? "octal" : "binary") + " literal");
        }
        if (digits.length() <= SHORT && radix <= 10) {
            return Long.parseLong(digits, radix);
        }
        var number = new BigInteger(digits, radix);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /** The value of a whole string or bytes literal, prefix and quotes included. */
    static Object string(String written) throws Malformed {
        int quote = Math.min(indexOf(written, '"'), indexOf(written, '\''));
        String prefix = written.substring(0, quote).toLowerCase(Locale.ROOT);
        int width = written.length() >= quote + 6 && written.startsWith(String.valueOf(written.charAt(quote)).repeat(3), quote) ? 3 : 1;
        String inside = written.substring(quote + width, written.length() - width);
        boolean bytes = prefix.indexOf('b') >= 0;
        if (bytes && inside.chars().anyMatch(c -> c > 127)) {
            throw new Malformed("bytes can only contain ASCII literal characters");
        }
        String value = prefix.indexOf('r') >= 0 ? newlines(inside) : unescaped(inside, bytes, false);
        return bytes ? new Bytes(value) : value;
    }

    private static int indexOf(String text, char c) {
        int at = text.indexOf(c);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** The value of a piece of an f-string: doubled braces are one. */
    static String piece(String written, boolean raw) throws Malformed {
        return raw ? newlines(written).replace("{{", "{").replace("}}", "}") : unescaped(written, false, true);
    }

    private static String newlines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String unescaped(String given, boolean bytes, boolean braces) throws Malformed {
        String text = newlines(given);
        if (text.indexOf('\\') < 0 && !(braces && (text.indexOf('{') >= 0 || text.indexOf('}') >= 0))) {
            return text;
        }
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i = escape(text, i + 1, bytes, out);
            } else {
                out.append(c);
                i += braces && (c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c ? 1 : 0;
            }
        }
        return out.toString();
    }

    /** Appends what the escape at this sign, behind its backslash, stands for; gives the offset of its last sign. */
    private static int escape(String text, int at, boolean bytes, StringBuilder out) throws Malformed {
        char c = text.charAt(at);
        int simple = "\n\\'\"abfnrtv".indexOf(c);
        if (simple == 0) {
            return at;
        }
        if (simple > 0) {
            out.append("\n\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
            return at;
        }
        if (c >= '0' && c <= '7') {
            int end = at;
            while (end < text.length() && end < at + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                end++;
            }
            out.append((char) (Integer.parseInt(text.substring(at, end), 8) & (bytes ? 0xFF : 0x1FF)));
            return end - 1;
        }
        if (c == 'x') {
            return code(text, at, 2, out);
        }
        if (!bytes && (c == 'u' || c == 'U')) {
            return code(text, at, c == 'u' ? 4 : 8, out);
        }
        if (!bytes && c == 'N') {
            return named(text, at, out);
        }
        out.append('\\').append(c);
        return at;
    }

    private static int code(String text, int at, int digits, StringBuilder out) throws Malformed {
        int end = at + 1 + digits;
        String hex = end <= text.length() ? text.substring(at + 1, end) : "";
        if (!hex.matches("[0-9a-fA-F]+")) {
            throw new Malformed("truncated \\" + text.charAt(at) + " escape: it wants " + digits + " hexadecimal digits");
        }
        long code = Long.parseLong(hex, 16);
        if (code > Character.MAX_CODE_POINT) {
            throw new Malformed("illegal Unicode character \\U" + hex);
        }
        out.appendCodePoint((int) code);
        return end - 1;
    }

    private static int named(String text, int at, StringBuilder out) throws Malformed {
        int close = text.startsWith("{", at + 1) ? text.indexOf('}', at) : -1;
        if (close < 0) {
            throw new Malformed("malformed \\N character escape");
        }
        String name = text.substring(at + 2, close);
        try {
            out.appendCodePoint(ideograph(name) ? Integer.parseInt(name.substring(name.lastIndexOf('-') + 1), 16) : Character.codePointOf(javaName(name)));
        } catch (IllegalArgumentException e) {
            throw new Malformed("unknown Unicode character name " + name);
        }
        return close;
    }

    /** Whether its name is its number. */
    private static boolean ideograph(String name) {
        return name.matches("(?i)CJK (UNIFIED|COMPATIBILITY) IDEOGRAPH-[0-9A-F]{4,5}");
    }

    /** Java's name where Unicode's alias is another. */
    private static String javaName(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "BYTE ORDER MARK", "BOM" -> "ZERO WIDTH NO-BREAK SPACE";
            case "LINE FEED", "NEW LINE", "LF" -> "LINE FEED (LF)";
            case "CARRIAGE RETURN", "CR" -> "CARRIAGE RETURN (CR)";
            case "FORM FEED", "FF" -> "FORM FEED (FF)";
            case "NEXT LINE", "NEL" -> "NEXT LINE (NEL)";
            case "TAB", "HT" -> "CHARACTER TABULATION";
            case "NUL" -> "NULL";
            case "ESC" -> "ESCAPE";
            case "NBSP" -> "NO-BREAK SPACE";
            case "ZWJ" -> "ZERO WIDTH JOINER";
            case "ZWNJ" -> "ZERO WIDTH NON-JOINER";
            case "ZWSP" -> "ZERO WIDTH SPACE";
            default -> name;
        };
    }
}
