package layerbook.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** The methods of str. */
final class TextMethods {
    static final String NAMES = "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit "
        + "isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust "
        + "rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill maketrans " + Dunders.TEXT;

    private TextMethods() {}

    static Object call(String name, Object self, Arguments a) {
        if (name.equals("__new__")) {
            return Instantiation.boxed((PyType) self, a);
        }
        if (name.equals("maketrans")) {
            return table(PyBoxed.unbox(self) instanceof String ? a.with(self) : a);
        }
        if (!(PyBoxed.unbox(self) instanceof String s)) {
            throw Errors.type("descriptor '" + name + "' for 'str' objects doesn't apply to a '" + Types.of(self).name() + "' object");
        }
        switch (name) {
            case "lower": return s.toLowerCase(Locale.ROOT);
            case "casefold": return s.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            case "upper": return s.toUpperCase(Locale.ROOT);
            case "capitalize": return s.isEmpty() ? s : s.substring(0, 1).toUpperCase(Locale.ROOT) + s.substring(1).toLowerCase(Locale.ROOT);
            case "title": return title(s);
            case "swapcase": return swapped(s);
            case "strip": return stripped(s, a, true, true);
            case "lstrip": return stripped(s, a, true, false);
            case "rstrip": return stripped(s, a, false, true);
            case "startswith": return begins(s, a, true);
            case "endswith": return begins(s, a, false);
            case "removeprefix": return s.startsWith(text(a.at(0))) ? s.substring(text(a.at(0)).length()) : s;
            case "removesuffix": return s.endsWith(text(a.at(0))) && !text(a.at(0)).isEmpty() ? s.substring(0, s.length() - text(a.at(0)).length()) : s;
            case "find": return find(s, a, false);
            case "rfind": return find(s, a, true);
            case "index": case "rindex": {
                long i = find(s, a, name.startsWith("r"));
                if (i < 0) {
                    throw Errors.value("substring not found");
                }
                return i;
            }
            case "count": return count(s, a);
            case "replace": return replaced(s, text(a.at(0)), text(a.at(1)), Numbers.toLong(a.at(2, -1L)));
            case "join": return joined(s, a.at(0));
            case "split": return TextSplits.split(s, a, false);
            case "rsplit": return TextSplits.split(s, a, true);
            case "splitlines": return TextSplits.lines(s, Operators.truth(a.get(0, "keepends", false)));
            case "partition": return TextSplits.partition(s, text(a.at(0)), false);
            case "rpartition": return TextSplits.partition(s, text(a.at(0)), true);
            case "center": case "ljust": case "rjust": return justified(name, s, a);
            case "zfill": return zeros(s, (int) Limits.text(Numbers.toLong(a.at(0))));
            case "expandtabs": return tabs(s, (int) Numbers.toLong(a.get(0, "tabsize", 8L)));
            case "format": return TemplateFormat.apply(s, a);
            case "format_map": return TemplateFormat.apply(s, mapped(a.at(0)));
            case "translate": return translated(s, a.at(0));
            case "encode": return PyBytes.encoded(s, text(a.get(0, "encoding", "utf-8")));
            case "isidentifier": return !s.isEmpty() && Character.isUnicodeIdentifierStart(s.codePointAt(0)) | s.charAt(0) == '_'
                && s.codePoints().allMatch(c -> Character.isUnicodeIdentifierPart(c));
            case "isascii": return s.chars().allMatch(c -> c < 128);
            case "isprintable": return s.codePoints().allMatch(Texts::printable);
            case "islower": return s.equals(s.toLowerCase(Locale.ROOT)) && !s.equals(s.toUpperCase(Locale.ROOT));
            case "isupper": return s.equals(s.toUpperCase(Locale.ROOT)) && !s.equals(s.toLowerCase(Locale.ROOT));
            case "istitle": return s.equals(title(s)) && !s.equals(s.toLowerCase(Locale.ROOT)) | s.chars().anyMatch(Character::isUpperCase);
            case "isalpha": return all(s, Character::isLetter);
            case "isalnum": return all(s, Character::isLetterOrDigit);
            case "isdigit": case "isdecimal": case "isnumeric": return all(s, Character::isDigit);
            case "isspace": return all(s, TextMethods::isSpace);
            default: return Dunders.call(name, self, a);
        }
    }

    private static boolean all(String s, IntPredicate each) {
        return !s.isEmpty() && s.codePoints().allMatch(each);
    }

    static boolean isSpace(int c) {
        return c == ' ' || c >= 9 && c <= 13 || c >= 28 && c <= 31 || c == 0x85 || c == 0xa0 || c > 127 && Character.isSpaceChar(c);
    }

    static String text(Object v) {
        if (PyBoxed.unbox(v) instanceof String s) {
            return s;
        }
        throw Errors.type("must be str, not " + Types.of(v).name());
    }

    /** {@code s[index]}. */
    static Object item(String s, Object index) {
        boolean wide = s.chars().anyMatch(c -> Character.isSurrogate((char) c));
        if (wide) {
            int[] points = s.codePoints().toArray();
            var parts = new Object[points.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Character.toString(points[i]);
            }
            Object found = PyTuple.of(parts).item(index);
            return found instanceof PyTuple t ? joined("", t) : found;
        }
        if (index instanceof PySlice slice) {
            PySlice.Range r = slice.over(s.length());
            if (r.step() == 1) {
                return s.substring((int) r.start(), (int) Math.max(r.start(), r.stop()));
            }
            var b = new StringBuilder();
            for (int i = 0; i < r.count(); i++) {
                b.append(s.charAt((int) (r.start() + i * r.step())));
            }
            return b.toString();
        }
        Object whole = Numbers.indexOrNull(index);
        if (whole == null) {
            throw Errors.type("string indices must be integers, not '" + Types.of(index).name() + "'");
        }
        long i = Numbers.clamp(whole);
        i = i < 0 ? i + s.length() : i;
        if (i < 0 || i >= s.length()) {
            throw Errors.index("string index out of range");
        }
        return String.valueOf(s.charAt((int) i));
    }

    private static String title(String s) {
        var b = new StringBuilder();
        boolean inside = false;
        for (char c : s.toCharArray()) {
            b.append(inside ? Character.toLowerCase(c) : Character.toUpperCase(c));
            inside = Character.isLetter(c);
        }
        return b.toString();
    }

    private static String swapped(String s) {
        var b = new StringBuilder();
        for (char c : s.toCharArray()) {
            b.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return b.toString();
    }

    private static String stripped(String s, Arguments a, boolean left, boolean right) {
        Object given = a.at(0, Special.NONE);
        String set = given == Special.NONE ? null : text(given);
        int from = 0;
        int to = s.length();
        while (left && from < to && goes(set, s.charAt(from))) {
            from++;
        }
        while (right && to > from && goes(set, s.charAt(to - 1))) {
            to--;
        }
        return s.substring(from, to);
    }

    private static boolean goes(String set, char c) {
        return set == null ? isSpace(c) : set.indexOf(c) >= 0;
    }

    private static boolean begins(String s, Arguments a, boolean front) {
        long[] r = range(s, a);
        if (r == null) {
            return false;
        }
        String part = s.substring((int) r[0], (int) r[1]);
        List<Object> some = a.at(0) instanceof PyTuple t ? t.elements() : List.of(a.at(0));
        for (Object o : some) {
            String t = text(o);
            if (front ? part.startsWith(t) : part.endsWith(t)) {
                return true;
            }
        }
        return false;
    }

    /** The bounds given as second and third argument, or null where the start lies behind the end. */
    private static long[] range(String s, Arguments a) {
        PySlice.Range r = new PySlice(a.at(1, Special.NONE), a.at(2, Special.NONE), Special.NONE).over(s.length());
        return r.start() > r.stop() || a.at(1, Special.NONE) instanceof Long l && l > s.length() ? null : new long[] {r.start(), r.stop()};
    }

    private static long find(String s, Arguments a, boolean last) {
        long[] r = range(s, a);
        if (r == null) {
            return -1;
        }
        String part = s.substring((int) r[0], (int) r[1]);
        int at = last ? part.lastIndexOf(text(a.at(0))) : part.indexOf(text(a.at(0)));
        return at < 0 ? -1 : at + r[0];
    }

    private static long count(String s, Arguments a) {
        long[] r = range(s, a);
        String t = text(a.at(0));
        if (r == null) {
            return 0;
        }
        String part = s.substring((int) r[0], (int) r[1]);
        if (t.isEmpty()) {
            return part.length() + 1L;
        }
        long n = 0;
        for (int at = part.indexOf(t); at >= 0; at = part.indexOf(t, at + t.length())) {
            n++;
        }
        return n;
    }

    private static String replaced(String s, String from, String to, long most) {
        var b = new StringBuilder();
        int at = 0;
        long left = most < 0 ? Long.MAX_VALUE : most;
        if (from.isEmpty()) {
            for (; at < s.length() && left > 0; left--, at++) {
                Limits.text(b.append(to).append(s.charAt(at)).length());
            }
            return b.append(s.substring(at)).append(left > 0 ? to : "").toString();
        }
        for (int next = s.indexOf(from); next >= 0 && left > 0; left--, next = s.indexOf(from, at)) {
            Limits.text(b.append(s, at, next).append(to).length());
            at = next + from.length();
        }
        return b.append(s, at, s.length()).toString();
    }

    static String joined(String between, Object values) {
        var b = new StringBuilder();
        int n = 0;
        for (var all = Iteration.of(values); all.hasNext(); n++) {
            Object v = all.next();
            if (!(PyBoxed.unbox(v) instanceof String s)) {
                throw Errors.type("sequence item " + n + ": expected str instance, " + Types.of(v).name() + " found");
            }
            Limits.text(b.append(n > 0 ? between : "").append(s).length());
        }
        return b.toString();
    }

    private static String justified(String how, String s, Arguments a) {
        int width = (int) Limits.text(Numbers.toLong(a.at(0)));
        String fill = text(a.at(1, " "));
        int pad = width - s.codePointCount(0, s.length());
        if (pad <= 0) {
            return s;
        }
        int left = how.equals("ljust") ? 0 : how.equals("rjust") ? pad : pad / 2 + (pad & width & 1);
        return fill.repeat(left) + s + fill.repeat(pad - left);
    }

    private static String zeros(String s, int width) {
        boolean sign = s.startsWith("-") || s.startsWith("+");
        String pad = "0".repeat(Math.max(0, width - s.length()));
        return sign ? s.charAt(0) + pad + s.substring(1) : pad + s;
    }

    private static String tabs(String s, int size) {
        var b = new StringBuilder();
        int column = 0;
        for (char c : s.toCharArray()) {
            if (c == '\t') {
                int pad = size <= 0 ? 0 : size - column % size;
                b.append(" ".repeat(pad));
                column += pad;
            } else {
                b.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return b.toString();
    }

    private static Arguments mapped(Object mapping) {
        if (mapping instanceof PyDict d) {
            var names = new ArrayList<String>();
            d.keys().forEach(k -> names.add(text(k)));
            return new Arguments(new Object[0], names.toArray(new String[0]), d.values().toArray());
        }
        throw Errors.type("format_map() argument must be a dict");
    }

    private static PyDict table(Arguments a) {
        var table = new PyDict();
        if (a.count() == 1 && a.at(0) instanceof PyDict d) {
            d.keys().forEach(k -> table.put(k instanceof String s ? (Object) (long) s.codePointAt(0) : k, d.get(k)));
            return table;
        }
        String from = text(a.at(0));
        String to = text(a.at(1));
        for (int i = 0; i < from.length(); i++) {
            table.put((long) from.charAt(i), (long) to.charAt(i));
        }
        if (a.count() > 2) {
            text(a.at(2)).chars().forEach(c -> table.put((long) c, Special.NONE));
        }
        return table;
    }

    private static String translated(String s, Object table) {
        var b = new StringBuilder();
        s.codePoints().forEach(c -> {
            Object to = table instanceof PyDict d ? d.get((long) c) : Operators.item(table, (long) c);
            if (to == null) {
                b.appendCodePoint(c);
            } else if (to instanceof Long l) {
                b.appendCodePoint((int) (long) l);
            } else if (to != Special.NONE) {
                b.append(text(to));
            }
        });
        return b.toString();
    }
}
