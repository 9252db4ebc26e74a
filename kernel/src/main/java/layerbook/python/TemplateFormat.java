package layerbook.python;

/** {@code "{:>8} {name!r}".format(..)}. */
final class TemplateFormat {
    private final Arguments arguments;
    private int automatic;

    private TemplateFormat(Arguments arguments) {
        this.arguments = arguments;
    }

    static String apply(String text, Arguments arguments) {
        return new TemplateFormat(arguments).all(text, 2);
    }

    private String all(String text, int depth) {
        if (depth < 0) {
            throw Errors.value("Max string recursion exceeded");
        }
        var b = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
                b.append(c);
                i++;
            } else if (c == '}') {
                throw Errors.value("Single '}' encountered in format string");
            } else if (c == '{') {
                int end = closing(text, i);
                b.append(field(text.substring(i + 1, end), depth));
                i = end;
            } else {
                b.append(c);
            }
        }
        return b.toString();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw Errors.value(open == text.length() - 1 ? "Single '{' encountered in format string" : "expected '}' before end of string");
    }

    private String field(String field, int depth) {
        int colon = -1;
        int bang = -1;
        int brackets = 0;
        for (int i = 0; i < field.length() && colon < 0; i++) {
            char c = field.charAt(i);
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (brackets == 0 && c == '!' && bang < 0) {
                bang = i;
            } else if (brackets == 0 && c == ':') {
                colon = i;
            }
        }
        String head = colon < 0 ? field : field.substring(0, colon);
        char conversion = bang < 0 || bang >= head.length() - 1 ? 0 : head.charAt(bang + 1);
        Object value = value(bang < 0 ? head : head.substring(0, bang));
        String spec = colon < 0 ? "" : all(field.substring(colon + 1), depth - 1);
        Object shown = conversion == 'r' ? Texts.repr(value) : conversion == 's' ? Texts.str(value) : conversion == 'a' ? Texts.ascii(value) : value;
        return Formatting.format(shown, spec);
    }

    private Object value(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        Object v = first(path.substring(0, end));
        int i = end;
        while (i < path.length()) {
            if (path.charAt(i) == '.') {
                int next = i + 1;
                while (next < path.length() && path.charAt(next) != '.' && path.charAt(next) != '[') {
                    next++;
                }
                v = Attributes.get(v, path.substring(i + 1, next));
                i = next;
            } else {
                int close = path.indexOf(']', i);
                if (close < 0) {
                    throw Errors.value("Missing ']' in format string");
                }
                String key = path.substring(i + 1, close);
                v = Operators.item(v, key.chars().allMatch(Character::isDigit) ? (Object) Long.parseLong(key) : key);
                i = close + 1;
            }
        }
        return v;
    }

    private Object first(String name) {
        if (name.isEmpty() || name.chars().allMatch(Character::isDigit)) {
            int i = name.isEmpty() ? automatic++ : Integer.parseInt(name);
            if (i >= arguments.count()) {
                throw Errors.index("Replacement index " + i + " out of range for positional args tuple");
            }
            return arguments.at(i);
        }
        Object v = arguments.named(name);
        if (v == null) {
            throw Errors.key(name);
        }
        return v;
    }
}
