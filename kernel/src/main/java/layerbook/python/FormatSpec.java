package layerbook.python;

/** {@code [[fill]align][sign][#][0][width][grouping][.precision][type]}; 0 stands for what is not given, -1 for no precision. */
record FormatSpec(int fill, char align, char sign, boolean alternate, int width, char group, int precision, char type) {
    static FormatSpec of(String s, Object value) {
        int[] c = s.codePoints().toArray();
        int i = 0;
        int fill = ' ';
        char align = 0;
        if (c.length > 1 && isAlign(c[1])) {
            fill = c[0];
            align = (char) c[1];
            i = 2;
        } else if (c.length > 0 && isAlign(c[0])) {
            align = (char) c[0];
            i = 1;
        }
        char sign = 0;
        if (i < c.length && (c[i] == '+' || c[i] == '-' || c[i] == ' ')) {
            sign = (char) c[i++];
        }
        if (i < c.length && c[i] == 'z') {
            i++;
        }
        boolean alternate = i < c.length && c[i] == '#';
        i += alternate ? 1 : 0;
        if (i < c.length && c[i] == '0') {
            if (i == 0 || c.length < 2 || !isAlign(c[1])) {
                fill = '0';
            }
            if (align == 0) {
                align = PyBoxed.unbox(value) instanceof String ? '<' : '=';
            }
            i++;
        }
        int from = i;
        while (i < c.length && Character.isDigit(c[i])) {
            i++;
        }
        int width = whole(c, from, i);
        char group = 0;
        if (i < c.length && (c[i] == ',' || c[i] == '_')) {
            group = (char) c[i++];
        }
        int precision = -1;
        if (i < c.length && c[i] == '.') {
            from = ++i;
            while (i < c.length && Character.isDigit(c[i])) {
                i++;
            }
            if (i == from) {
                throw Errors.value("Format specifier missing precision");
            }
            precision = whole(c, from, i);
        }
        char type = i < c.length ? (char) c[i++] : 0;
        if (i < c.length) {
            throw Errors.value("Invalid format specifier '" + s + "' for object of type '" + Types.of(value).name() + "'");
        }
        return new FormatSpec(fill, align, sign, alternate, width, group, precision, type);
    }

    private static boolean isAlign(int c) {
        return c == '<' || c == '>' || c == '^' || c == '=';
    }

    private static int whole(int[] c, int from, int to) {
        long n = 0;
        for (int i = from; i < to; i++) {
            n = Limits.text(n * 10 + Character.digit(c[i], 10));
        }
        return (int) n;
    }
}
