package layerbook.python;

/** {@code split}, {@code splitlines}, {@code partition}. */
final class TextSplits {
    private TextSplits() {}

    static PyList split(String s, Arguments a, boolean fromRight) {
        Object separator = a.get(0, "sep", Special.NONE);
        long most = Numbers.toLong(a.get(1, "maxsplit", -1L));
        long left = most < 0 ? Long.MAX_VALUE : most;
        if (separator == Special.NONE) {
            return fromRight ? spacesFromRight(s, left) : spaces(s, left);
        }
        String by = TextMethods.text(separator);
        if (by.isEmpty()) {
            throw Errors.value("empty separator");
        }
        return fromRight ? fromRight(s, by, left) : fromLeft(s, by, left);
    }

    private static PyList fromLeft(String s, String by, long most) {
        var list = new PyList();
        int at = 0;
        long left = most;
        for (int next = s.indexOf(by); next >= 0 && left > 0; next = s.indexOf(by, at), left--) {
            list.add(s.substring(at, next));
            at = next + by.length();
        }
        list.add(s.substring(at));
        return list;
    }

    private static PyList fromRight(String s, String by, long most) {
        var list = new PyList();
        int end = s.length();
        long left = most;
        for (int next = s.lastIndexOf(by); next >= 0 && left > 0; left--) {
            list.live().add(0, s.substring(next + by.length(), end));
            end = next;
            next = end - by.length() < 0 ? -1 : s.lastIndexOf(by, end - by.length());
        }
        list.live().add(0, s.substring(0, end));
        return list;
    }

    private static PyList spaces(String s, long most) {
        var list = new PyList();
        int i = 0;
        while (true) {
            while (i < s.length() && TextMethods.isSpace(s.charAt(i))) {
                i++;
            }
            if (i >= s.length()) {
                return list;
            }
            int from = i;
            if (list.size() == most) {
                int end = s.length();
                while (TextMethods.isSpace(s.charAt(end - 1))) {
                    end--;
                }
                list.add(s.substring(from, end));
                return list;
            }
            while (i < s.length() && !TextMethods.isSpace(s.charAt(i))) {
                i++;
            }
            list.add(s.substring(from, i));
        }
    }

    private static PyList spacesFromRight(String s, long most) {
        var list = new PyList();
        int i = s.length();
        while (true) {
            while (i > 0 && TextMethods.isSpace(s.charAt(i - 1))) {
                i--;
            }
            if (i == 0) {
                return list;
            }
            int to = i;
            if (list.size() == most) {
                int start = 0;
                while (TextMethods.isSpace(s.charAt(start))) {
                    start++;
                }
                list.live().add(0, s.substring(start, to));
                return list;
            }
            while (i > 0 && !TextMethods.isSpace(s.charAt(i - 1))) {
                i--;
            }
            list.live().add(0, s.substring(i, to));
        }
    }

    static PyList lines(String s, boolean keepEnds) {
        var list = new PyList();
        int from = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c >= 0x1c && c <= 0x1e || c == 0x85 || c == 0x2028 || c == 0x2029) {
                int end = c == '\r' && i + 1 < s.length() && s.charAt(i + 1) == '\n' ? i + 2 : i + 1;
                list.add(s.substring(from, keepEnds ? end : i));
                from = end;
                i = end - 1;
            }
        }
        if (from < s.length()) {
            list.add(s.substring(from));
        }
        return list;
    }

    static PyTuple partition(String s, String by, boolean last) {
        if (by.isEmpty()) {
            throw Errors.value("empty separator");
        }
        int at = last ? s.lastIndexOf(by) : s.indexOf(by);
        if (at < 0) {
            return last ? PyTuple.of("", "", s) : PyTuple.of(s, "", "");
        }
        return PyTuple.of(s.substring(0, at), by, s.substring(at + by.length()));
    }
}
